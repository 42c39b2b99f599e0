# A piece of a file that a step of this session returned (a report, a log); no other file can be read.
function Read-RegroupFile {
    param([string]$Path, [long]$Offset, [int]$Length)
    if (-not $global:RegroupFiles.ContainsKey($Path)) {
        Stop-RegroupRequest 'Regroup.NotAllowed' 'Only files that were written in this session can be read.'
    }
    if ($Offset -lt 0 -or $Length -lt 1 -or $Length -gt 131072) {
        Stop-RegroupRequest 'Regroup.BadRequest' 'A piece of a file begins at 0 or later and has 1 to 131072 bytes.'
    }
    $stream = New-Object IO.FileStream($Path, [IO.FileMode]::Open, [IO.FileAccess]::Read, [IO.FileShare]::ReadWrite)
    try {
        [void]$stream.Seek($Offset, [IO.SeekOrigin]::Begin)
        $bytes = New-Object byte[] $Length
        $read = 0
        do {
            $count = $stream.Read($bytes, $read, $Length - $read)
            $read += $count
        } while ($count -gt 0 -and $read -lt $Length)
        return [ordered]@{
            base64 = [Convert]::ToBase64String($bytes, 0, $read)
            end    = ($Offset + $read -ge $stream.Length)
        }
    }
    finally {
        $stream.Dispose()
    }
}

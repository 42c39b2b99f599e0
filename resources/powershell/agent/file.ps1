# The folder of this session, in which steps run: what they write to '.' lies there until it was brought away.
$global:RegroupFolder = $null

function Enter-RegroupFolder {
    if ($null -ne $global:RegroupFolder) { return }
    $path = [IO.Path]::Combine([IO.Path]::GetTempPath(), "Regroup-$([guid]::NewGuid().ToString('N'))")
    [void][IO.Directory]::CreateDirectory($path)
    $global:RegroupFolder = $path
    Set-Location -LiteralPath $path
    # Some cmdlets take '.' for the folder of the process.
    [Environment]::CurrentDirectory = $path
}

# Called at the end of the agent, from the other runspace.
function Remove-RegroupFolder {
    param($Path)
    if (-not $Path) { return }
    try {
        [Environment]::CurrentDirectory = [IO.Path]::GetTempPath()
        [IO.Directory]::Delete($Path, $true)
    }
    catch { [Console]::Out.WriteLine("The folder of the session stays: $($_.Exception.Message)") }
}

# A piece of a file that a step of this session returned (a report, a log); no other file can be read. What lies in the
# folder of the session is removed with its last piece.
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
        $piece = [ordered]@{
            base64 = [Convert]::ToBase64String($bytes, 0, $read)
            end    = ($Offset + $read -ge $stream.Length)
        }
    }
    finally {
        $stream.Dispose()
    }
    if ($piece.end -and $null -ne $global:RegroupFolder -and [IO.Path]::GetDirectoryName($Path) -eq $global:RegroupFolder) {
        try { [IO.File]::Delete($Path) } catch { Write-Warning "$Path stays: $($_.Exception.Message)" }
    }
    return $piece
}

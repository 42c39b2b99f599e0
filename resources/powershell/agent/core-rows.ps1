# Rows: flat objects made of an object's properties, sent in frames of bounded size as they come.

# A single value as JSON takes it: enumerations as numbers, 64 bits as text, times in UTC, objects by their names.
function ConvertTo-RegroupField {
    param($Value)
    if ($null -eq $Value) { return $null }
    if ($Value -is [string]) { return [string]$Value }
    if ($Value -is [bool] -or $Value -is [int] -or $Value -is [uint32] -or $Value -is [int16] -or $Value -is [uint16] -or $Value -is [byte]) { return $Value }
    if ($Value -is [Enum]) {
        $number = [Convert]::ToDecimal($Value)
        if ([Math]::Abs($number) -gt 4294967295) { return $number.ToString([Globalization.CultureInfo]::InvariantCulture) }
        return [long]$number
    }
    if ($Value -is [long] -or $Value -is [uint64] -or $Value -is [decimal]) {
        return $Value.ToString([Globalization.CultureInfo]::InvariantCulture)
    }
    if ($Value -is [double] -or $Value -is [float]) {
        if ([double]::IsNaN($Value) -or [double]::IsInfinity($Value)) { return $null }
        return [double]$Value
    }
    if ($Value -is [datetime]) { return $Value.ToUniversalTime().ToString('o', [Globalization.CultureInfo]::InvariantCulture) }
    if ($Value -is [timespan]) { return $Value.TotalSeconds }
    if ($Value -is [guid]) { return $Value.ToString() }
    if ($Value -is [switch]) { return [bool]$Value }
    if ($Value -is [Collections.IEnumerable]) {
        $list = @(foreach ($item in $Value) { ConvertTo-RegroupField $item })
        return , [object[]]$list
    }
    $name = $Value.PSObject.Properties['Name']
    if ($null -ne $name) { return [string]$name.Value }
    return [string]$Value
}

# Objects of the pipeline as rows of the named properties. A property that an older Windows does not have is null.
function Select-RegroupFields {
    param([Parameter(ValueFromPipeline = $true)]$InputObject, [string[]]$Fields)
    process {
        $row = [ordered]@{}
        foreach ($field in $Fields) {
            $value = $InputObject.$field
            # The common cases stand here: calling a function for each would double the time of a large section.
            if ($null -eq $value) { $row[$field] = $null }
            elseif ($value -is [string]) { $row[$field] = [string]$value }
            elseif ($value -is [uint32] -or $value -is [int] -or $value -is [bool]) { $row[$field] = $value }
            elseif ($value -is [Enum] -and $value.value__ -is [int]) { $row[$field] = $value.value__ }
            else { $row[$field] = ConvertTo-RegroupField $value }
        }
        $row
    }
}

function Write-RegroupRowFrame {
    param([long]$Id, $Rows)
    $json = ConvertTo-Json -InputObject ([object[]]$Rows) -Compress -Depth 6
    if ([Text.Encoding]::UTF8.GetByteCount($json) -le 190000) {
        Write-RegroupJsonFrame $Id 'rows' $json
        return
    }
    if ($Rows.Count -gt 1) {
        $half = [int][Math]::Floor($Rows.Count / 2)
        Write-RegroupRowFrame $Id @($Rows[0..($half - 1)])
        Write-RegroupRowFrame $Id @($Rows[$half..($Rows.Count - 1)])
        return
    }
    if ([Text.Encoding]::UTF8.GetByteCount($json) -gt 700000) {
        Stop-RegroupRequest 'Regroup.TooLarge' 'An object is too large to be sent.'
    }
    Write-RegroupJsonFrame $Id 'rows' $json
}

# Sends the rows of the pipeline: a hundred at once, or what there is after a quarter of a second.
function Send-RegroupRows {
    param([Parameter(ValueFromPipeline = $true)]$Row, [long]$Id)
    begin {
        $waiting = New-Object 'Collections.Generic.List[object]'
        $since = [Diagnostics.Stopwatch]::StartNew()
    }
    process {
        if ($null -ne $Row) { $waiting.Add($Row) }
        if ($waiting.Count -ge 100 -or ($waiting.Count -gt 0 -and $since.ElapsedMilliseconds -ge 250)) {
            Write-RegroupRowFrame $Id $waiting.ToArray()
            $waiting.Clear()
            $since.Reset()
            $since.Start()
        }
    }
    end {
        if ($waiting.Count -gt 0) { Write-RegroupRowFrame $Id $waiting.ToArray() }
    }
}

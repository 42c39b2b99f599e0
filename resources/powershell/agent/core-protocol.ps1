# Frames and requests. Every frame is one call of Write on one synchronized writer, whoever writes it.

Set-Variable -Name RegroupTag -Value '' -Scope Global

# Preferences and culture: nothing asks, nothing draws, numbers and times are written in one way.
$global:ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:WarningPreference = 'Continue'
$global:VerbosePreference = 'SilentlyContinue'
$global:DebugPreference = 'SilentlyContinue'
$global:InformationPreference = 'SilentlyContinue'
$global:ConfirmPreference = 'None'
$regroupCulture = New-Object Globalization.CultureInfo 'en-US'
[Globalization.CultureInfo]::DefaultThreadCurrentCulture = [Globalization.CultureInfo]::InvariantCulture
[Globalization.CultureInfo]::DefaultThreadCurrentUICulture = $regroupCulture
[Threading.Thread]::CurrentThread.CurrentCulture = [Globalization.CultureInfo]::InvariantCulture
[Threading.Thread]::CurrentThread.CurrentUICulture = $regroupCulture

# Windows PowerShell 5.1 writes some arrays as {value, Count} as long as this decoration is there.
Remove-TypeData -TypeName System.Array -ErrorAction SilentlyContinue

if (-not $RegroupIsWorker) {
    $regroupEncoding = New-Object Text.UTF8Encoding $false
    $regroupOutput = New-Object IO.StreamWriter([Console]::OpenStandardOutput(), $regroupEncoding, 65536)
    $regroupOutput.AutoFlush = $true
    [Console]::SetOut([IO.TextWriter]::Synchronized($regroupOutput))
}

function Set-RegroupTag {
    param([string]$Tag)
    $global:RegroupTag = $Tag
}

function ConvertTo-RegroupJson {
    param($Value)
    if ($null -eq $Value) { return 'null' }
    return ConvertTo-Json -InputObject $Value -Compress -Depth 6
}

function Write-RegroupJsonFrame {
    param([long]$Id, [string]$Kind, [string]$Json)
    if ($RegroupIsTwin) { return "$Kind`t$Json" }
    $payload = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($Json))
    # The line feed before it ends whatever somebody printed without one.
    [Console]::Out.Write("`nRG1 $global:RegroupTag $Id $Kind $payload`n")
}

function Write-RegroupFrame {
    param([long]$Id, [string]$Kind, $Payload)
    Write-RegroupJsonFrame $Id $Kind (ConvertTo-RegroupJson $Payload)
}

function Write-RegroupBeat {
    param([bool]$Busy)
    if ($global:RegroupTag -ne '') { Write-RegroupFrame 0 'beat' @{ busy = $Busy } }
}

# Warnings and what was printed, for the log; so much of it that nobody can flood the log.
function Write-RegroupNotes {
    param([long]$Id, $Shell)
    if ($RegroupIsTwin) {
        $Shell.Streams.Warning | Select-Object -First 20 | ForEach-Object { Write-Warning ([string]$_.Message) }
        return
    }
    $notes = @($Shell.Streams.Warning | Select-Object -First 20 | ForEach-Object { @{ level = 'warning'; text = [string]$_.Message } })
    if ($null -ne $Shell.Streams.Information) {
        $notes += @($Shell.Streams.Information | Select-Object -First 20 | ForEach-Object { @{ level = 'information'; text = [string]$_.MessageData } })
    }
    foreach ($note in $notes) {
        if ($note.text.Length -gt 2000) { $note.text = $note.text.Substring(0, 2000) }
        Write-RegroupFrame $Id 'note' $note
    }
}

# Strings come with a leading '=', or ConvertFrom-Json would take some of them for times.
function ConvertFrom-RegroupValue {
    param($Value)
    if ($Value -is [string]) { return $Value.Substring(1) }
    if ($Value -is [Management.Automation.PSCustomObject]) {
        $table = @{}
        foreach ($property in $Value.PSObject.Properties) {
            $table[$property.Name] = ConvertFrom-RegroupValue $property.Value
        }
        return $table
    }
    if ($Value -is [array]) {
        $list = @(foreach ($item in $Value) { ConvertFrom-RegroupValue $item })
        if (@($list | Where-Object { $_ -isnot [string] }).Count -eq 0) { return , [string[]]$list }
        return , $list
    }
    return $Value
}

function ConvertFrom-RegroupRequest {
    param([string]$Line)
    $json = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($Line))
    $request = ConvertFrom-Json -InputObject $json
    return @{ id = [long]$request.id; op = [string]$request.op; args = ConvertFrom-RegroupValue $request.args }
}

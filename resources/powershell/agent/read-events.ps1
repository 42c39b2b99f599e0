# The channels that tell about a cluster; of the first only what the cluster itself logs.
$global:RegroupChannels = @(
    'System'
    'Microsoft-Windows-FailoverClustering/Operational'
    'Microsoft-Windows-Hyper-V-VMMS-Admin'
    'Microsoft-Windows-Hyper-V-Worker-Admin'
    'Microsoft-Windows-Hyper-V-High-Availability-Admin'
)

# No event and no such log are no failures. .NET Framework looks for the words of an event in the language of the thread and
# leaves them empty where there are none, as for the invariant culture: in the language of Windows itself they are there.
function Get-RegroupLog {
    param($Filter, $More)
    $thread = [Threading.Thread]::CurrentThread
    $culture = $thread.CurrentCulture
    $language = [Globalization.CultureInfo]::InstalledUICulture
    if ($language.Name -eq '') { $language = New-Object Globalization.CultureInfo 'en-US' }
    $events = @()
    try {
        $thread.CurrentCulture = $language
        $events = @(Get-WinEvent -FilterHashtable $Filter @More)
    }
    catch {
        if ($_.FullyQualifiedErrorId -notmatch '^(NoMatchingEventsFound|NoMatchingLogsFound|LogInfoUnavailable)') { throw }
    }
    finally { $thread.CurrentCulture = $culture }
    return $events
}

function ConvertFrom-RegroupTime {
    param([string]$Text)
    return [datetime]::Parse($Text, [Globalization.CultureInfo]::InvariantCulture, 'RoundtripKind')
}

# The newest so many events before a place in a channel. A filter tells thousandths of a second, a log tells more: those of
# the place itself come too, and are left out by their number.
function Get-RegroupOlderEvent {
    param($Filter, $More, $Before, [int]$Limit)
    $record = [long]$Before['record']
    $Filter['EndTime'] = (ConvertFrom-RegroupTime $Before['time']).AddMilliseconds(1)
    $most = $Limit + 50
    do {
        $More['MaxEvents'] = $most
        $found = @(Get-RegroupLog $Filter $More)
        $older = @($found | Where-Object { $_.RecordId -lt $record } | Select-Object -First $Limit)
        $isAll = $found.Count -lt $most
        $most *= 4
    } until ($isAll -or $older.Count -eq $Limit)
    $older
}

# What `since` holds for a channel (a time) is read from there on, the oldest first; else the newest. With `before` (a time and
# a record for each channel) only those channels are read, and what is older than that.
$RegroupReads['events'] = {
    param($Arguments)
    $limit = [int]$Arguments['limit']
    $before = $Arguments['before']
    foreach ($channel in $RegroupChannels) {
        if ($null -ne $before -and $null -eq $before[$channel]) { continue }
        $filter = @{ LogName = $channel }
        $more = Get-RegroupHost $Arguments
        $more['MaxEvents'] = $limit
        if ($channel -eq 'System') { $filter['ProviderName'] = 'Microsoft-Windows-FailoverClustering' }
        if ($null -ne $Arguments['since'] -and $Arguments['since'][$channel]) {
            $filter['StartTime'] = ConvertFrom-RegroupTime $Arguments['since'][$channel]
            $more['Oldest'] = $true
        }
        & {
            if ($null -eq $before) { Get-RegroupLog $filter $more }
            else { Get-RegroupOlderEvent $filter $more $before[$channel] $limit }
        } | ForEach-Object {
            $values = @($_.Properties | Select-Object -First 10 | Where-Object { $_.Value -is [string] -and $_.Value.Length -le 300 } | ForEach-Object { [string]$_.Value })
            $message = [string]$_.Message
            if ($message.Length -gt 8000) { $message = $message.Substring(0, 8000) }
            [ordered]@{
                RecordId     = ConvertTo-RegroupField $_.RecordId
                TimeCreated  = ConvertTo-RegroupField $_.TimeCreated
                Id           = ConvertTo-RegroupField $_.Id
                Level        = ConvertTo-RegroupField $_.Level
                LogName      = [string]$_.LogName
                ProviderName = [string]$_.ProviderName
                Message      = $message
                Values       = [object[]]$values
            }
        }
    }
}

# How long machines stood still at the end of their live migrations: 20415, and 20417 where that was long. Their values are
# the machine's name, its Id and the seconds.
$RegroupReads['blackouts'] = {
    param($Arguments)
    $more = Get-RegroupHost $Arguments
    $more['MaxEvents'] = 100
    $filter = @{ LogName = 'Microsoft-Windows-Hyper-V-VMMS-Admin'; Id = 20415, 20417 }
    Get-RegroupLog $filter $more | ForEach-Object {
        $values = @($_.Properties | ForEach-Object { $_.Value })
        if ($values.Count -lt 3) { return }
        [ordered]@{
            RecordId  = ConvertTo-RegroupField $_.RecordId
            Machine   = [string]$values[0]
            MachineId = [string]$values[1]
            Seconds   = [Convert]::ToString($values[2], [Globalization.CultureInfo]::InvariantCulture)
        }
    }
}

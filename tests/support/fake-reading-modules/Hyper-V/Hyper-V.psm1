# Cmdlets of Hyper-V, and the event log, of the node REGROUP_TEST_NODE, from the rows in the file REGROUP_TEST_ROWS.

$rows = ConvertFrom-Json -InputObject ([IO.File]::ReadAllText($env:REGROUP_TEST_ROWS))
$node = $rows.nodes.($env:REGROUP_TEST_NODE)

function Get-Text {
    param($Value)
    if ($Value -is [string]) { return $Value.Substring(1) }
    return $Value
}

function Get-VM {
    [CmdletBinding()] param([string[]]$Name, [string[]]$ComputerName)
    foreach ($row in $node.machines) {
        [PSCustomObject]@{
            Id             = [guid](Get-Text $row.Id)
            Name           = Get-Text $row.Name
            State          = [Enum]::ToObject([DayOfWeek], [int]$row.State)
            IsClustered    = $row.IsClustered
            Heartbeat      = [Enum]::ToObject([DayOfWeek], [int]$row.Heartbeat)
            MemoryStartup  = [long](Get-Text $row.MemoryStartup)
            MemoryAssigned = [long](Get-Text $row.MemoryAssigned)
            ProcessorCount = [long](Get-Text $row.ProcessorCount)
            CPUUsage       = 7
            Path           = Get-Text $row.Path
        }
    }
}

function Get-VMHardDiskDrive {
    [CmdletBinding()] param([Parameter(ValueFromPipeline = $true)]$VM)
    process {
        foreach ($row in $node.machineDisks) {
            if ([guid](Get-Text $row.VMId) -eq $VM.Id) { [PSCustomObject]@{ VMId = $VM.Id; Path = Get-Text $row.Path } }
        }
    }
}

function Get-VMHost {
    [CmdletBinding()] param([string[]]$ComputerName)
    foreach ($row in $node.host) {
        [PSCustomObject]@{ LogicalProcessorCount = [int]$row.LogicalProcessorCount; MemoryCapacity = [long](Get-Text $row.MemoryCapacity) }
    }
}

function Get-WinEvent {
    [CmdletBinding()] param([hashtable]$FilterHashtable, [long]$MaxEvents, [switch]$Oldest, [string]$ComputerName)
    $found = @(foreach ($row in $node.events) {
        $time = [datetime]::Parse((Get-Text $row.TimeCreated), [Globalization.CultureInfo]::InvariantCulture, 'RoundtripKind')
        if ((Get-Text $row.LogName) -ne $FilterHashtable['LogName']) { continue }
        if ($null -ne $FilterHashtable['StartTime'] -and $time -lt $FilterHashtable['StartTime'].ToUniversalTime()) { continue }
        if ($null -ne $FilterHashtable['EndTime'] -and $time -gt $FilterHashtable['EndTime'].ToUniversalTime()) { continue }
        [PSCustomObject]@{
            RecordId     = [long](Get-Text $row.RecordId)
            TimeCreated  = $time.ToLocalTime()
            Id           = [int]$row.Id
            Level        = [byte]$row.Level
            LogName      = Get-Text $row.LogName
            ProviderName = Get-Text $row.ProviderName
            # As .NET Framework has it: in the language of the culture, and there is none for the invariant one.
            Message      = $(if ([Globalization.CultureInfo]::CurrentCulture.LCID -eq 127) { $null } else { Get-Text $row.Message })
            Properties   = @(foreach ($value in $row.Values) { [PSCustomObject]@{ Value = Get-Text $value } }) + @([PSCustomObject]@{ Value = 42 })
        }
    })
    if ($found.Count -eq 0) {
        $exception = New-Object Exception 'Es wurden keine Ereignisse gefunden.'
        $PSCmdlet.ThrowTerminatingError((New-Object Management.Automation.ErrorRecord $exception, 'NoMatchingEventsFound', 'ObjectNotFound', $null))
    }
    if (-not $Oldest) { [array]::Reverse($found) }
    $found | Select-Object -First $MaxEvents
}

# What the practice modules do in a real PowerShell, as one line of JSON. The test beside it says what it should be.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$found = [ordered] @{}

# By its very name a cmdlet loads its module.
$found.autoload = @(Get-ClusterNode | ForEach-Object { "$($_.Name) $($_.State)" })
Import-Module Hyper-V

$common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
$found.sets = [ordered] @{}
foreach ($command in Get-Command -Module FailoverClusters, Hyper-V) {
    $sets = [ordered] @{}
    foreach ($set in $command.ParameterSets) {
        $name = if ($set.Name -eq '__AllParameterSets') { 'default' } else { $set.Name }
        $sets[$name] = @(
            foreach ($parameter in $set.Parameters) {
                if ($common -contains $parameter.Name) { continue }
                $type = $parameter.ParameterType.Name -replace '^SwitchParameter$', 'switch'
                $text = "$($parameter.Name):$type"
                if ($parameter.IsMandatory) { $text += '!' }
                if ($parameter.Position -ge 0) { $text += "@$($parameter.Position)" }
                if ($parameter.ValueFromPipeline) { $text += '<' }
                if ($parameter.ValueFromPipelineByPropertyName) { $text += '.' }
                $text + (-join @($parameter.Aliases | Sort-Object | ForEach-Object { "=$_" }))
            }
        )
    }
    $found.sets["$($command.ModuleName)/$($command.Name)"] = @{
        whatIf = $command.Parameters.ContainsKey('WhatIf')
        sets = $sets
    }
}

$found.pipeline = @(Get-ClusterGroup VM1 | Move-ClusterGroup -Node Demo2 | ForEach-Object { "$($_.Name) on $($_.OwnerNode.Name)" })
$found.live = "$((Get-ClusterGroup VM1).OwnerNode.State) $((Get-ClusterResource FS1).OwnerGroup.OwnerNode.Name)"
$found.joined = @(Get-ClusterResource 'Virtual Machine VM2' | Get-VM | ForEach-Object { "$($_.Name) $($_.State) $($_.Id.GetType().Name)" })
$found.byMachine = @(Get-VM VM2 | Get-ClusterGroup | ForEach-Object Name)
$found.parameter = (Get-ClusterResource 'Virtual Machine VM2' | Get-ClusterParameter MigrationState).Value.GetType().Name

$group = Get-ClusterGroup VM2
$group.Priority = 3000
$group.AntiAffinityClassNames = 'DC', 'SQL'
$again = Get-ClusterGroup VM2
$found.assigned = "$($group.Priority) $($again.Priority) $($again.AntiAffinityClassNames -join '+')"
(Get-ClusterNetwork iSCSI).Role = 3
(Get-ClusterNode Demo2).NodeWeight = 0
(Get-Cluster).EnableSharedVolumes = 'Enabled/NoticeRead'
$found.enumeration = "$((Get-ClusterNetwork iSCSI).Role) $([int] (Get-ClusterNetwork iSCSI).Role) $((Get-ClusterNode Demo2).NodeWeight)"

try { $group.Priority = 1 } catch {
    $inner = $_.Exception.InnerException
    $found.refusedAssignment = "$($inner.GetType().FullName) $('{0:x8}' -f $inner.HResult) $($inner.InnerException.GetType().Name)"
}
try { Get-ClusterGroup Nowhere } catch {
    $found.missing = "$($_.CategoryInfo.Category) $($_.FullyQualifiedErrorId) $('{0:x8}' -f $_.Exception.HResult) $($_.Exception.InnerException.NativeErrorCode)"
}
$found.silent = @(Get-ClusterGroup Nowhere, VM1 -ErrorAction SilentlyContinue | ForEach-Object Name)
try { Checkpoint-VM -Name VM1 -SnapshotName x } catch { $found.notSimulated = "$($_.CategoryInfo.Category) $($_.Exception.Message)" }
try { Get-VM -CimSession elsewhere } catch { $found.session = $_.Exception.Message }
try { Remove-ClusterGroup FS1 -RemoveResources } catch { $found.question = "$(@(Get-ClusterGroup FS1).Count) still there" }
Remove-ClusterGroup FS1 -RemoveResources -Force -WhatIf
$found.whatIf = @(Get-ClusterGroup FS1).Count

$hostile = "`$(throw 'evaluated')'; throw `"x`" # [z] 2026-01-01T00:00:00 $([char] 0x00e4)$([char] 0x202e)"
(Get-ClusterNetwork iSCSI).Name = $hostile
$found.hostile = (Get-ClusterNetwork $hostile).Name -ceq $hostile
$found.date = @(Get-ClusterGroup '2026-01-01T00:00:00' -ErrorAction SilentlyContinue).Count

$job = Start-Job { Get-ClusterNode -Name Demo1 | ForEach-Object { "$($_.State)" } }
$found.child = @($job | Wait-Job | Receive-Job)
$found.deserialized = @([System.Management.Automation.PSSerializer]::Deserialize(
        [System.Management.Automation.PSSerializer]::Serialize((Get-ClusterGroup VM2))) | Get-ClusterResource | ForEach-Object Name)

Move-ClusterVirtualMachineRole VM2 -Node Demo2 -MigrationType Live -Wait 0 | Out-Null
$found.moving = "$((Get-ClusterGroup VM2).OwnerNode)"
Step-RegroupClock -UntilIdle | Out-Null
$found.moved = "$((Get-ClusterGroup VM2).OwnerNode)"
$found.events = @(Get-WinEvent -FilterHashtable @{ LogName = 'Microsoft-Windows-Hyper-V-VMMS-Admin'; StartTime = [datetime] '2026-01-01T00:00:00Z' } -ComputerName Demo1 |
        ForEach-Object { "$($_.Id) $($_.TimeCreated.ToUniversalTime().Year)" })
$found.table = (Get-ClusterGroup VM2 | Format-Table | Out-String).Trim() -split '\s*\r?\n' -replace '\s+', ' '
$found.secret = @(Get-VM -Name VM2 -ComputerName Demo2 -Credential ([pscredential]::new('me', (ConvertTo-SecureString 'hidden' -AsPlainText -Force))) | ForEach-Object Name)

$help = Get-Help Move-ClusterGroup -Full
$found.help = @($help.Synopsis, ($help.parameters.parameter | Where-Object name -eq 'Wait').description[0].Text, $help.examples.example[0].code)
$found.noHelp = (Get-Help Checkpoint-VM).Synopsis

[Console]::Out.WriteLine('FOUND ' + (ConvertTo-Json -InputObject $found -Depth 6 -Compress))

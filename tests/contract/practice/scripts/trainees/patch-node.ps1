# Takes a node out of use, and gives it back with what it had.
param([string] $Name = 'Demo1')
$before = (Get-ClusterNode $Name | Get-ClusterGroup | Where-Object { -not $_.IsCoreGroup }).Name | Sort-Object
Suspend-ClusterNode -Name $Name -Drain -Wait | Out-Null
do { $node = Get-ClusterNode -Name $Name } while ($node.DrainStatus -eq 'InProgress')
"$Name is $($node.State), its drain $($node.DrainStatus), $(@(Get-ClusterGroup | Where-Object { $_.OwnerNode -eq $Name }).Count) roles left"
Resume-ClusterNode -Name $Name -Failback Immediate | Out-Null
Step-RegroupClock -UntilIdle | Out-Null
$after = (Get-ClusterNode $Name | Get-ClusterGroup | Where-Object { -not $_.IsCoreGroup }).Name | Sort-Object
"Back: $(-not (Compare-Object $before $after))"

# Everything away from a node without pausing it: services by moving their groups, machines by live migration.
$from, $to = 'Demo1', 'Demo2'
$there = Get-ClusterGroup | Where-Object { $_.OwnerNode.Name -eq $from -and $_.State -eq 'Online' -and -not $_.IsCoreGroup }
$machines, $services = $there.Where({ $_.GroupType -eq 'VirtualMachine' }, 'Split')
$services | Move-ClusterGroup -Node $to | Sort-Object Name | ForEach-Object { '{0} -> {1} ({2})' -f $_.Name, $_.OwnerNode, $_.State }
Get-VM -ComputerName $from | Where-Object { $_.IsClustered -and $_.State -eq 'Running' } |
    Sort-Object MemoryAssigned -Descending | Move-ClusterVirtualMachineRole -Node $to -MigrationType Live |
    ForEach-Object { "$($_.Name) -> $($_.OwnerNode)" }
@(Get-ClusterNode $from | Get-ClusterGroup | Where-Object { -not $_.IsCoreGroup -and $_.State -eq 'Online' }).Count
# A clustered machine is moved by the cluster, not by Hyper-V.
try { Move-VM -ComputerName $to -Name $machines[0].Name -DestinationHost $from -ErrorAction Stop } catch { ($_.FullyQualifiedErrorId -split ',')[0] }
foreach ($group in $there) {
    if ($group.GroupType -eq 'VirtualMachine') { Move-ClusterVirtualMachineRole -Name $group.Name -Node $from | Out-Null }
    else { $null = Move-ClusterGroup $group.Name $from -Wait 60 }
}
@(Get-ClusterNode $from | Get-ClusterGroup | Where-Object Name -in $there.Name).Count -eq $there.Count

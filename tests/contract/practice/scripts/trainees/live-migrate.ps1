# Everything of one node to the other, as the words of the window are in PowerShell.
$from = 'demo2'
$machines = Get-ClusterGroup | Where-Object { $_.GroupType -eq 'VirtualMachine' -and $_.OwnerNode -eq $from -and $_.State -eq 'Online' }
"From $from : $(($machines.Name | Sort-Object) -join ', ')"
$machines | Move-ClusterVirtualMachineRole -Node Demo1 -MigrationType Live | Sort-Object Name | ForEach-Object { "$($_.Name) on $($_.OwnerNode)" }
$machines | ForEach-Object { Move-ClusterVirtualMachineRole -Name $_.Name -Node Demo2 -Wait 0 } | Out-Null
(Get-ClusterResource 'Virtual Machine WEB-02' | Get-ClusterParameter MigrationState).Value -gt 0
Step-RegroupClock -UntilIdle | Out-Null
@($machines | ForEach-Object { Get-ClusterGroup $_.Name } | Where-Object { 'Demo2' -eq $_.OwnerNode }).Count -eq @($machines).Count

# Networks of the cluster, and those that live migrations take, as everybody writes it.
(Get-ClusterNetwork | Sort-Object Name | Format-Table Name, Role, Address -HideTableHeaders | Out-String -Width 80).Trim() -split '\r?\n' | ForEach-Object Trim
$type = Get-ClusterResourceType -Name 'Virtual Machine'
$type | Set-ClusterParameter -Name MigrationExcludeNetworks -Value ([string]::Join(';', (Get-ClusterNetwork | Where-Object { $_.Name -ne 'Private' }).ID))
(Get-VMMigrationNetwork).Subnet
$type | Set-ClusterParameter -Name MigrationExcludeNetworks -Value ((Get-ClusterNetwork iSCSI).Id)
$type | Set-ClusterParameter MigrationNetworkOrder (((Get-ClusterNetwork Private, Public).Id) -join ';')
(Get-VMMigrationNetwork | Sort-Object Priority).Subnet -join ' then '
$network = Get-ClusterNetwork iSCSI
$network.Role = 'Cluster'
"$((Get-ClusterNetwork iSCSI).Role) $([int](Get-ClusterNetwork iSCSI).Role)"
$network.Role = 0
(Get-ClusterNetwork 'iSCSI').Role -eq [Microsoft.FailoverClusters.PowerShell.ClusterNetworkRole]::None
Get-ClusterNetwork | Where-Object Role -eq 3 | Get-ClusterNetworkInterface | Sort-Object Node | ForEach-Object { "$($_.Node) $($_.Address) $($_.State)" }

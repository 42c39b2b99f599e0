# A morning's look at the cluster, as one writes it down first: everything, one after the other.
$cluster = Get-Cluster
"Report on $($cluster.Name)"
$cluster
Get-ClusterNode
Get-ClusterGroup | Where-Object { $_.State -ne 'Online' -and -not $_.IsCoreGroup }
Get-ClusterQuorum
Get-ClusterResource | Group-Object ResourceType | Sort-Object Count, Name -Descending | Select-Object -First 2 -Property Count, Name

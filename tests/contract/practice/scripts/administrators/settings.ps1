# Settings of the cluster, read and written.
$cluster = Get-Cluster
$was = $cluster.SameSubnetThreshold, $cluster.CrossSubnetThreshold
(Get-Cluster).SameSubnetThreshold = 20
$cluster.CrossSubnetThreshold = 25
Get-Cluster | Select-Object *SubnetThreshold | ForEach-Object { "$($_.SameSubnetThreshold) $($_.CrossSubnetThreshold)" }
($cluster | Format-List -Property *SubnetThreshold | Out-String).Trim() -split '\r?\n'
$cluster.SameSubnetThreshold, $cluster.CrossSubnetThreshold = $was
try { (Get-Cluster).SameSubnetDelay = 'soon' } catch { 'no number' }
try { (Get-Cluster).BlockCacheSize = 2048 } catch { "$($_.Exception.InnerException.Message)" }
try { (Get-Cluster).Nonsense = 1 } catch { $_.FullyQualifiedErrorId }
(Get-Cluster -Name .).Name -eq (Get-Cluster -Domain sws.com).Name
(Get-ClusterAccess | Where-Object ClusterRights -eq Full).Count

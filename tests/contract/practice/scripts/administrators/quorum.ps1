# Every kind of witness, by the names of today and by those of 2012.
function Show { $q = Get-ClusterQuorum; "$($q.QuorumType): $(if ($q.QuorumResource) { "$($q.QuorumResource) ($($q.QuorumResource.ResourceType.DisplayName), $($q.QuorumResource.State))" } else { 'none' })" }
Show
Set-ClusterQuorum -NoWitness | Out-Null; Show
Set-ClusterQuorum -FileShareWitness \\SWS-DC\Witness | Out-Null; Show
(Get-ClusterQuorum).QuorumResource | Get-ClusterParameter SharePath | ForEach-Object Value
Set-ClusterQuorum -CloudWitness -AccountName swswitness -AccessKey 'bm90IGEga2V5' -Endpoint core.windows.net | Out-Null; Show
try { Set-ClusterQuorum -DiskWitness Nowhere -ErrorAction Stop } catch { "no: $($_.CategoryInfo.Category)" }
Set-ClusterQuorum -NodeMajority | Out-Null; Show
(Get-ClusterNode Demo2).NodeWeight = 0
(Get-ClusterNode | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.NodeWeight)/$($_.DynamicWeight)" }) -join ', '
(Get-ClusterNode Demo2).NodeWeight = 1
Set-ClusterQuorum -NodeAndDiskMajority Quorum
"Dynamic quorum: $((Get-Cluster).DynamicQuorum), witness votes: $((Get-Cluster).WitnessDynamicWeight)"

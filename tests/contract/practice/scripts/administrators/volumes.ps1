# Shared volumes: who coordinates, maintenance, and how each node reaches them.
$volume = Get-ClusterSharedVolume -Name CSV1
$home1 = $volume.OwnerNode.Name
Get-ClusterSharedVolume | Move-ClusterSharedVolume -Node (Get-ClusterNode | Where-Object Name -ne $home1 | Select-Object -First 1).Name |
    ForEach-Object { "$($_.Name) $($_.State) moved: $($_.OwnerNode -ne $home1)" }
Get-ClusterSharedVolumeState -Name CSV1 | Sort-Object Node | ForEach-Object { "$($_.Node) $($_.StateInfo)" }
$volume.SharedVolumeInfo | ForEach-Object { "$($_.FriendlyVolumeName) $($_.MaintenanceMode) $($_.Partition.FileSystem)" }
try { $volume | Suspend-ClusterResource -RedirectedAccess -Force -ErrorAction Stop } catch { ($_.FullyQualifiedErrorId -split ',')[0] }
Move-ClusterSharedVolume CSV1 $home1 | Out-Null
(Get-ClusterAvailableDisk | Measure-Object).Count
Get-ClusterResource | Where-Object { $_.ResourceType -like 'Physical Disk' -and $_.OwnerGroup -notlike 'Available*' } | Sort-Object Name | ForEach-Object Name

# Free space of the shared volumes.
$report = foreach ($csv in Get-ClusterSharedVolume) {
    foreach ($info in $csv | Select-Object -Expand SharedVolumeInfo) {
        [pscustomobject] @{
            Name = $csv.Name
            Path = $info.FriendlyVolumeName
            Size = $info.Partition.Size
            Free = $info.Partition.FreeSpace
            Percent = $info.Partition.PercentFree
        }
    }
}
$report | Sort-Object Percent | Format-Table -AutoSize Name, Path, @{ Label = 'Size(GB)'; Expression = { '{0:N0}' -f ($_.Size / 1GB) } }

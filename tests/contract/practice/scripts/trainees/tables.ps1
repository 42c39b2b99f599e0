# What each cmdlet shows by itself.
foreach ($command in 'Get-ClusterNode', 'Get-ClusterNetwork', 'Get-ClusterSharedVolume', 'Get-VM', 'Get-VMHost') {
    (& $command | Out-String -Width 120).Trim() -split '\r?\n' | Select-Object -First 3
}
(Get-VM SQL-01 | Format-List | Out-String).Trim() -split '\r?\n' | ForEach-Object { ($_ -split ':')[0].Trim() }

# The cluster log of every node for support, with the time of day as the clock shows it.
$folder = New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "logs-$([guid]::NewGuid())")
$files = Get-ClusterLog -Destination $folder.FullName -TimeSpan 15 -UseLocalTime
($files | Sort-Object Name).Name -join ', '
(Get-ClusterNode -Name Demo2 | Get-ClusterLog -Destination $folder).Name
@(Get-ChildItem $folder).Count
($files | ForEach-Object { @(Select-String -Path $_ -Pattern 'HVCLUSTER').Count -gt 0 } | Select-Object -Unique) -join ' '
Get-ClusterLog -Node Nowhere -Destination $folder -ErrorAction SilentlyContinue -ErrorVariable wrong
"$($wrong.Count) $($wrong[0].CategoryInfo.Category)"
try { Get-ClusterLog -SkipClusterState } catch { "$_" }
Remove-Item $folder -Recurse

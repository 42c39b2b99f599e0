# What happened, from the event logs and the cluster log.
Stop-ClusterGroup FS-Public | Out-Null
Start-ClusterGroup FS-Public | Out-Null
$log = 'Microsoft-Windows-FailoverClustering/Operational'
$newest = Get-WinEvent -LogName $log -MaxEvents 1
"$($newest.LogName) $($newest.TimeCreated.Year)"
@(Get-WinEvent -ProviderName *FailoverClustering | Where-Object Id -in 1203, 1204 | Where-Object Message -like '*FS-Public*').Count -gt 0
((Get-WinEvent $log -MaxEvents 1 | Out-String).Trim() -split '\r?\n' | Select-Object -First 1).Trim()
try { Get-WinEvent -FilterHashtable @{ LogName = $log; Id = 9999 } -ErrorAction Stop } catch { ($_.FullyQualifiedErrorId -split ',')[0] }
$folder = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())
(Get-ClusterLog -Node Demo1 -Destination $folder | ForEach-Object { Get-Content $_.FullName } | Select-Object -Last 1) -match '^[0-9a-f]+\.[0-9a-f]+::[0-9/]+-[0-9:.]+ '
Remove-Item $folder -Recurse

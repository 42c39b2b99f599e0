# Private properties: where a role answers, and for how long others remember it.
Get-ClusterResource | Where-Object { $_.ResourceType -eq 'IP Address' } | Get-ClusterParameter -Name Address | Select-Object -ExpandProperty Value
$name = Get-ClusterResource | Where-Object { $_.ResourceType -eq 'Network Name' -and $_.OwnerGroup -eq 'FS-Public' }
"TTL $(($name | Get-ClusterParameter HostRecordTTL).Value)"
$name | Set-ClusterParameter -Multiple @{ HostRecordTTL = 300; RegisterAllProvidersIP = 1 } -WarningVariable warned -WarningAction SilentlyContinue
"TTL $(($name | Get-ClusterParameter HostRecordTTL).Value), warned $($warned.Count) time"
Add-ClusterGenericServiceRole -ServiceName Spooler -Name Print -StaticAddress 192.168.100.77 | Out-Null
(Get-ClusterGroup Print | Get-ClusterResource | Where-Object ResourceType -eq 'Generic Service' | Get-ClusterParameter ServiceName).Value
Remove-ClusterGroup Print -RemoveResources -Force

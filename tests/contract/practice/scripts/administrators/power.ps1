# Machines off and on, waited for as scripts do.
Get-VM -ComputerName Demo1, Demo2 | Where-Object Name -like 'WEB-*' | Save-VM
while (Get-VM -ComputerName Demo1, Demo2 | Where-Object { $_.Name -like 'WEB-*' -and $_.State -ne 'Saved' }) { Step-RegroupClock -Seconds 5 | Out-Null }
(Get-ClusterGroup WEB-*).State -join ' '
Get-ClusterGroup WEB-* | Start-ClusterGroup | ForEach-Object { "$($_.Name) $($_.State)" }
$machine = Get-ClusterGroup SQL-01 | Get-VM
Stop-VM -VM $machine -Force
$off = $machine | Get-VM
"$($off.State) $($off.Uptime) $($off.MemoryAssigned)"
Start-VM -VM $machine
Step-RegroupClock -Seconds 120 | Out-Null
$on = Get-VM -Id $machine.Id -ComputerName $machine.ComputerName
"$($on.State) $($on.Uptime.TotalMinutes -ge 1 -and $on.Uptime.TotalMinutes -lt 10) $($on.Heartbeat)"

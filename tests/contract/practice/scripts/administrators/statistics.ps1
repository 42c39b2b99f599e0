# Numbers for the morning mail.
Get-ClusterGroup | Where-Object IsCoreGroup -eq $false | Group-Object State | ForEach-Object { "$($_.Name) $($_.Count)" }
Get-ClusterResource | Group-Object { $_.ResourceType.DisplayName } | Sort-Object Name | Where-Object Name -like 'Virtual*' | ForEach-Object { "$($_.Name) $($_.Count)" }
$memory = Get-VM -ComputerName Demo1, Demo2 | Where-Object State -eq 'Running' | Measure-Object -Property MemoryAssigned -Sum -Maximum
'{0:N0} GB in {1} machines, {2:N0} GB at most' -f ($memory.Sum / 1GB), $memory.Count, ($memory.Maximum / 1GB)
$hosts = Get-VMHost -ComputerName (Get-ClusterNode | Select-Object -ExpandProperty Name)
'{0:N0} GB' -f (($hosts | Measure-Object MemoryCapacity -Sum).Sum / 1GB)
(Get-ClusterGroup | Sort-Object @{ Expression = 'Priority'; Descending = $true }, Name | Select-Object -First 1).Name
(Get-ClusterResource | Where-Object { $_.OwnerGroup -eq 'SQL-01' } | Sort-Object { "$($_.ResourceType)" }, Name | Select-Object -ExpandProperty Name) -join '; '
Get-VM -ComputerName Demo1, Demo2 | Where-Object { $_.State -eq 'Running' -and $_.Uptime -lt [timespan]::FromDays(3650) } | Measure-Object | ForEach-Object Count

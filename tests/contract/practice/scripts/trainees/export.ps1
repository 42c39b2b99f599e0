# The cluster as files for others.
$file = [System.IO.Path]::GetTempFileName()
Get-ClusterResource | Select-Object Name, State, OwnerGroup, OwnerNode, ResourceType | Export-Csv $file -NoTypeInformation
(Import-Csv $file | Where-Object OwnerGroup -eq 'FS-Public' | Sort-Object Name | Select-Object -First 1).ResourceType
Get-ClusterGroup | Export-Clixml $file
(Import-Clixml $file | Where-Object Name -eq 'SQL-01').State.ToString()
(Get-ClusterNode | Select-Object Name, @{ n = 'State'; e = { "$($_.State)" } } | ConvertTo-Json -Compress)
Remove-Item $file

# Who may run where, and who stays away from whom.
Set-ClusterOwnerNode -Group SQL-01 -Owners Demo2, Demo1
(Get-ClusterOwnerNode -Group SQL-01).OwnerNodes.Name -join ' then '
Get-ClusterGroup SQL-01 | Get-ClusterResource | Where-Object ResourceType -eq 'Virtual Machine' | Set-ClusterOwnerNode -Owners Demo1
(Get-ClusterResource 'Virtual Machine SQL-01' | Get-ClusterOwnerNode).OwnerNodes.Count
Get-ClusterResource 'Virtual Machine SQL-01' | Set-ClusterOwnerNode -Owners Demo1, Demo2
$away = New-Object System.Collections.Specialized.StringCollection
[void] $away.Add('Web')
foreach ($name in 'WEB-01', 'WEB-02') { (Get-ClusterGroup -Name $name).AntiAffinityClassNames = $away }
(Get-ClusterGroup WEB-*).AntiAffinityClassNames -join '+'
Get-ClusterGroup | Where-Object Priority -gt 2000 | ForEach-Object Name

# What needs what, and an address that may be one of two.
$name = Get-ClusterGroup FS-Public | Get-ClusterResource | Where-Object { $_.ResourceType.Name -eq 'Network Name' }
$before = (Get-ClusterResourceDependency -Resource $name.Name).DependencyExpression
$before
$second = Add-ClusterResource -Name 'IP Address 192.168.100.88' -ResourceType 'IP Address' -Group FS-Public
$second | Set-ClusterParameter -Multiple @{ Address = '192.168.100.88'; SubnetMask = '255.255.255.0'; EnableDhcp = 0 }
"$($second.State), $(($second | Get-ClusterParameter | Where-Object Name -eq Address).Value)"
Set-ClusterResourceDependency -Resource $name.Name -Dependency "$before or [$($second.Name)]"
$name | Get-ClusterResourceDependency | Select-Object -ExpandProperty DependencyExpression
try { Add-ClusterResourceDependency $second $name -ErrorAction Stop | Out-Null } catch { "circle: $(($_.FullyQualifiedErrorId -split ',')[1])" }
Set-ClusterResourceDependency $name.Name $before
$second | Remove-ClusterResource -Force
(Get-ClusterGroup FS-Public | Get-ClusterResource | Get-ClusterResourceDependency | Where-Object DependencyExpression).Count
$report = Get-ClusterResourceDependencyReport -Group FS-Public
"$($report.GetType().Name) $($report.Exists) $($report.Length -gt 500)"

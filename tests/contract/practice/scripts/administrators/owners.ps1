# Preferred owners, possible owners, failback: who may have what, and when it goes home.
$roles = Get-ClusterGroup | Where-Object GroupType -eq VirtualMachine | Sort-Object Name
$roles | Select-Object -First 2 | Set-ClusterOwnerNode -Owners Demo1, Demo2
$roles | ForEach-Object {
    $owners = ($_ | Get-ClusterOwnerNode).OwnerNodes
    [pscustomobject] @{ Role = $_.Name; Preferred = if ($owners) { $owners.Name -join ', ' } else { '-' } }
} | Format-Table -AutoSize
foreach ($role in $roles | Select-Object -First 1) {
    $role.AutoFailbackType = 1
    $role.FailbackWindowStart = 22
    $role.FailbackWindowEnd = 5
}
$first = Get-ClusterGroup $roles[0].Name
"$($first.Name): $($first.AutoFailbackType), from $($first.FailbackWindowStart) to $($first.FailbackWindowEnd)"
$first.AutoFailbackType = 0
$roles | Select-Object -First 2 | ForEach-Object { Set-ClusterOwnerNode -Group $_.Name -Owners @() }
@($roles | Get-ClusterOwnerNode | Where-Object { $_.OwnerNodes.Count }).Count
(Get-ClusterOwnerNode -ResourceType 'Virtual Machine').OwnerNodes.Count
try { Set-ClusterOwnerNode -Group $first.Name -Owners Demo9 -ErrorAction Stop } catch { '{0:x}' -f $_.Exception.HResult }

# Patches every node, one after the other: no role is on a node that restarts, and each has its own back afterwards.
$homes = @{}
Get-ClusterGroup | Where-Object { -not $_.IsCoreGroup } | ForEach-Object { $homes[$_.Name] = "$($_.OwnerNode)" }
foreach ($node in Get-ClusterNode | Where-Object State -eq Up | Sort-Object Name) {
    Suspend-ClusterNode -Name $node.Name -Drain -Wait -ErrorAction Stop | Out-Null
    $left = @(Get-ClusterNode -Name $node.Name | Get-ClusterGroup)
    if ($left) { throw "$($node.Name) still has $($left.Name -join ', ')" }
    Stop-ClusterNode -Name $node.Name -Wait 300 | Out-Null
    "$($node.Name) patched while $((Get-ClusterNode -Name $node.Name).State)"
    Start-ClusterNode -Name $node.Name -Wait 300 | Out-Null
    while ((Get-ClusterNode -Name $node.Name).State -notin 'Up', 'Paused') { Start-Sleep -Milliseconds 100 }
    Resume-ClusterNode -Name $node.Name -Failback Immediate | Out-Null
    Step-RegroupClock -UntilIdle | Out-Null
}
$moved = Get-ClusterGroup | Where-Object { $homes.ContainsKey($_.Name) -and $homes[$_.Name] -ne $_.OwnerNode }
"Not at home: $(@($moved).Count)"
(Get-ClusterNode | Group-Object State -NoElement | Format-Table -HideTableHeaders | Out-String).Trim()

# Nothing of this may happen.
Remove-ClusterNode Demo2 -Force -WhatIf
Stop-Cluster -Force -WhatIf
Remove-Cluster -Force -CleanupAD -WhatIf
Get-ClusterGroup FS-Public | Remove-ClusterGroup -RemoveResources -Force -WhatIf
Get-ClusterResource | Remove-ClusterResource -Force -WhatIf
Get-VM | Stop-VM -TurnOff -Force -WhatIf
Get-VM SQL-01 | Set-VM -ProcessorCount 64 -WhatIf
Get-ClusterSharedVolume | Remove-ClusterSharedVolume -WhatIf
Suspend-ClusterNode Demo1 -Drain -Wait -WhatIf
# Without -Force they ask; where nobody can answer that is an error, and nothing is done.
foreach ($cmdlet in { Remove-ClusterNode Demo2 }, { Stop-Cluster }, { Remove-ClusterGroup FS-Public -RemoveResources }) {
    try { & $cmdlet -ErrorAction Stop; 'done!' } catch { 'asked' }
}
"$(@(Get-ClusterNode | Where-Object State -eq Up).Count) nodes, $(@(Get-ClusterGroup | Where-Object State -eq Online).Count -gt 5), $(@(Get-VM | Where-Object State -eq Running).Count -gt 0)"

# What goes wrong, told apart; what would be done, without doing it.
try { Get-ClusterGroup Nowhere -ErrorAction Stop }
catch [Microsoft.FailoverClusters.PowerShell.ClusterCmdletException] { "group: $($_.CategoryInfo.Category)" }
try { Move-ClusterGroup SQL-01 -Node Nowhere -ErrorAction Stop }
catch {
    $wrong = $_
    switch ($wrong.CategoryInfo.Category) { 'ObjectNotFound' { 'node: {0:X8}' -f $wrong.Exception.HResult } default { "other: $wrong" } }
}
try { Checkpoint-VM SQL-01 } catch { if ($_.CategoryInfo.Category -eq 'NotImplemented') { 'checkpoint: not simulated' } }
try { Get-VM SQL-01 | Set-VM -ProcessorCount 8 -ErrorAction Stop } catch { "$_" }
if (-not (Get-ClusterResource Nowhere -ErrorAction SilentlyContinue)) { 'resource: none' }
Remove-ClusterGroup FS-Public -RemoveResources -WhatIf
$WhatIfPreference = $true
Stop-ClusterNode Demo2
$WhatIfPreference = $false
"$((Get-ClusterGroup FS-Public).State) $((Get-ClusterNode Demo2).State)"

# Runs once when a terminal of Regroup opens: in a PowerShell of this computer, or in one of a node, through ssh. Everything
# about the cluster comes from the environment, as data, or from the cluster itself. Short: it travels in a command line.
$ClusterName = $env:REGROUP_CLUSTER
if ($env:REGROUP_MODULES) {
    $env:PSModulePath = $env:REGROUP_MODULES + [IO.Path]::PathSeparator + $env:PSModulePath
}
# A name can hold characters that would move the cursor or change colours; what is shown has none of them.
function Hide-Control([string] $text) { $text -replace '\p{C}', '?' }
foreach ($module in 'FailoverClusters', 'Hyper-V') {
    try { Import-Module $module -ErrorAction Stop -WarningAction SilentlyContinue }
    catch { Write-Warning ('The module ' + $module + ' could not be loaded: ' + (Hide-Control $_.Exception.Message)) }
}
if (-not $ClusterName) {
    try { $ClusterName = (Get-Cluster -ErrorAction Stop).Name }
    catch { Write-Warning ('The cluster of this node does not answer: ' + (Hide-Control $_.Exception.Message)) }
}
if ($ClusterName) { Write-Host ('$ClusterName is ' + (Hide-Control $ClusterName)) }
if (Test-Path Function:\Step-RegroupClock) {
    Write-Host 'This is the training cluster: the cmdlets of FailoverClusters and Hyper-V act on it and on nothing else.'
}
elseif ($env:REGROUP_CLUSTER) { Write-Host 'Cmdlets take it as -Cluster $ClusterName.' }
if ($env:REGROUP_READ_ONLY) {
    Write-Warning 'The connection is read-only in the window. This PowerShell is not: it may do whatever your account may.'
}
Remove-Variable module
Remove-Item Function:\Hide-Control

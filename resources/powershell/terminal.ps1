# Runs once when a terminal of Regroup opens. Everything about the cluster comes from the environment, as data.
$ClusterName = $env:REGROUP_CLUSTER
if ($env:REGROUP_MODULES) {
    $env:PSModulePath = $env:REGROUP_MODULES + [IO.Path]::PathSeparator + $env:PSModulePath
}
foreach ($module in 'FailoverClusters', 'Hyper-V') {
    try {
        Import-Module $module -ErrorAction Stop -WarningAction SilentlyContinue
    } catch {
        Write-Warning ('The module ' + $module + ' could not be loaded: ' + $_.Exception.Message)
    }
}
Remove-Variable module
# A name can hold characters that would move the cursor or change colours; what is shown has none of them.
Write-Host ('$ClusterName is ' + ($ClusterName -replace '\p{C}', '?'))
if ($env:REGROUP_PRACTICE_PIPE) {
    Write-Host 'This is the training cluster: the cmdlets of FailoverClusters and Hyper-V act on it and on nothing else.'
}

# Asks all nodes at the same time.
$answers = (Get-ClusterNode).Name | ForEach-Object -ThrottleLimit 4 -Parallel {
    $name = $_
    $groups = @(Get-ClusterNode -Name $name | Get-ClusterGroup)
    $machines = @(Get-VM -ComputerName $name)
    [pscustomobject] @{ Node = $name; State = (Get-ClusterNode $name).State; Roles = $groups.Count -gt 0; Machines = $machines.Count -gt 0 }
}
$answers | Sort-Object Node | ForEach-Object { "$($_.Node) $($_.State) $($_.Roles) $($_.Machines)" }
$jobs = (Get-ClusterNode).Name | ForEach-Object { Start-ThreadJob -ArgumentList $_ { param($name) (Get-ClusterNetworkInterface -Node $name).Count } }
($jobs | Receive-Job -Wait -AutoRemoveJob) -join ' '

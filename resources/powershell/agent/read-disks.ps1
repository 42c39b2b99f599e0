$RegroupReads['availableDisks'] = {
    Get-ClusterAvailableDisk @RegroupCluster | Select-RegroupFields -Fields @('Id', 'Name', 'Size')
}

# How large a clustered disk is, no cmdlet says; the cluster's WMI provider does, in megabytes, and only on a node.
$RegroupReads['diskSizes'] = {
    if ($RegroupCluster.Count -gt 0 -or $null -eq (Get-Command -Name Get-CimInstance -ErrorAction SilentlyContinue)) {
        Stop-RegroupRequest 'Regroup.Unsupported' 'Sizes of clustered disks can be read on a node only.'
    }
    foreach ($resource in (Get-CimInstance -Namespace root/MSCluster -ClassName MSCluster_Resource -Filter "Type = 'Physical Disk'")) {
        $megabytes = 0
        foreach ($disk in (Get-CimAssociatedInstance -InputObject $resource -ResultClassName MSCluster_Disk -ErrorAction SilentlyContinue)) {
            foreach ($partition in (Get-CimAssociatedInstance -InputObject $disk -ResultClassName MSCluster_DiskPartition -ErrorAction SilentlyContinue)) {
                $megabytes += [long]$partition.TotalSize
            }
        }
        if ($megabytes -gt 0) { [ordered]@{ Resource = [string]$resource.Name; Size = ConvertTo-RegroupField ([long]$megabytes * 1048576) } }
    }
}

$RegroupReads['nodes'] = {
    Get-ClusterNode @RegroupCluster | Select-RegroupFields -Fields @(
        'Name', 'Id', 'State', 'StatusInformation', 'NodeWeight', 'DynamicWeight', 'DrainStatus', 'MajorVersion',
        'MinorVersion', 'BuildNumber', 'FaultDomain', 'Model', 'Manufacturer')
}

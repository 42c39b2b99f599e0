$RegroupReads['nodes'] = {
    Get-ClusterNode @RegroupCluster | Select-RegroupFields -Fields @(
        'Name', 'Id', 'State', 'StatusInformation', 'NodeWeight', 'DynamicWeight', 'DrainStatus', 'DrainErrorCode',
        'DrainTarget', 'FailbackStatus', 'MajorVersion', 'MinorVersion', 'BuildNumber', 'NodeHighestVersion',
        'NodeLowestVersion', 'FaultDomain', 'Model', 'Manufacturer', 'SerialNumber', 'Description')
}

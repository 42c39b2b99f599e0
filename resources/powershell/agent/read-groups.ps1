$RegroupReads['groups'] = {
    Get-ClusterGroup @RegroupCluster | Select-RegroupFields -Fields @(
        'Id', 'Name', 'GroupType', 'IsCoreGroup', 'State', 'StatusInformation', 'OwnerNode', 'Priority',
        'AntiAffinityClassNames', 'FailoverThreshold', 'FailoverPeriod', 'AutoFailbackType', 'FailbackWindowStart',
        'FailbackWindowEnd', 'PersistentState')
}

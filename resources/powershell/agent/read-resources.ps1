$RegroupReads['resources'] = {
    Get-ClusterResource @RegroupCluster | Select-RegroupFields -Fields @(
        'Id', 'Name', 'ResourceType', 'State', 'StatusInformation', 'OwnerGroup', 'OwnerNode', 'IsCoreResource',
        'MaintenanceMode', 'LooksAlivePollInterval', 'IsAlivePollInterval', 'PendingTimeout', 'DeadlockTimeout',
        'RestartThreshold', 'RestartPeriod', 'RestartDelay', 'RetryPeriodOnFailure', 'ResourceSpecificStatus')
}

$RegroupReads['resourceTypes'] = {
    Get-ClusterResourceType @RegroupCluster | Select-RegroupFields -Fields @(
        'Name', 'LooksAlivePollInterval', 'IsAlivePollInterval')
}

$RegroupReads['cluster'] = {
    Get-Cluster @RegroupClusterByName | Select-RegroupFields -Fields @(
        'Name', 'Id', 'Domain', 'ClusterFunctionalLevel', 'DynamicQuorum', 'WitnessDynamicWeight',
        'EnableSharedVolumes', 'DrainOnShutdown', 'SameSubnetDelay', 'SameSubnetThreshold', 'CrossSubnetDelay',
        'CrossSubnetThreshold', 'CrossSiteDelay', 'CrossSiteThreshold', 'LowerQuorumPriorityNodeId',
        'ResiliencyDefaultPeriod', 'QuarantineThreshold', 'QuarantineDuration', 'MaximumParallelMigrations')
}

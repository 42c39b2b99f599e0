$RegroupReads['cluster'] = {
    Get-Cluster @RegroupClusterByName | Select-RegroupFields -Fields @(
        'Name', 'Id', 'Domain', 'Description', 'ClusterFunctionalLevel', 'ClusterUpgradeVersion', 'DynamicQuorum',
        'WitnessDynamicWeight', 'EnableSharedVolumes', 'SharedVolumesRoot', 'DrainOnShutdown', 'AutoBalancerMode',
        'AutoBalancerLevel', 'SameSubnetDelay', 'SameSubnetThreshold', 'CrossSubnetDelay', 'CrossSubnetThreshold',
        'CrossSiteDelay', 'CrossSiteThreshold', 'LowerQuorumPriorityNodeId',
        'ResiliencyLevel', 'ResiliencyDefaultPeriod', 'QuarantineThreshold', 'QuarantineDuration', 'MaximumParallelMigrations')
}

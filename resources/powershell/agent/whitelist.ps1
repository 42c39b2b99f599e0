# Made from the command catalogue; renew it with: REGROUP_RENEW=1 npx vitest run whitelist
# By cmdlet: the parameters that a step may give, the properties of its object that a step may set, and the parameter
# that takes the name of the cluster.
$global:RegroupWhitelist = @{
    'Add-ClusterDisk' = @{
        parameters = @()
        properties = @()
        cluster    = 'Cluster'
    }
    'Add-ClusterFileServerRole' = @{
        parameters = @('Name', 'StaticAddress', 'Storage', 'Wait')
        properties = @()
        cluster    = 'Cluster'
    }
    'Add-ClusterGenericApplicationRole' = @{
        parameters = @('CommandLine', 'Name', 'StaticAddress', 'Storage', 'Wait')
        properties = @()
        cluster    = 'Cluster'
    }
    'Add-ClusterGenericScriptRole' = @{
        parameters = @('Name', 'ScriptFilePath', 'StaticAddress', 'Storage', 'Wait')
        properties = @()
        cluster    = 'Cluster'
    }
    'Add-ClusterGenericServiceRole' = @{
        parameters = @('Name', 'ServiceName', 'StaticAddress', 'Storage', 'Wait')
        properties = @()
        cluster    = 'Cluster'
    }
    'Add-ClusterGroup' = @{
        parameters = @('GroupType', 'Name')
        properties = @()
        cluster    = 'Cluster'
    }
    'Add-ClusterNode' = @{
        parameters = @('Name')
        properties = @()
        cluster    = 'Cluster'
    }
    'Add-ClusterResource' = @{
        parameters = @('Group', 'Name', 'ResourceType')
        properties = @()
        cluster    = 'Cluster'
    }
    'Add-ClusterSharedVolume' = @{
        parameters = @('Name')
        properties = @()
        cluster    = 'Cluster'
    }
    'Add-ClusterVirtualMachineRole' = @{
        parameters = @('VMName')
        properties = @()
        cluster    = 'Cluster'
    }
    'Add-ClusteriSCSITargetServerRole' = @{
        parameters = @('Name', 'StaticAddress', 'Storage', 'Wait')
        properties = @()
        cluster    = 'Cluster'
    }
    'Get-Cluster' = @{
        parameters = @()
        properties = @('AutoBalancerLevel', 'AutoBalancerMode', 'BlockCacheSize', 'ClusterEnforcedAntiAffinity', 'CrossSiteDelay', 'CrossSiteThreshold', 'CrossSubnetDelay', 'CrossSubnetThreshold', 'Description', 'DrainOnShutdown', 'DynamicQuorum', 'EnableSharedVolumes', 'LowerQuorumPriorityNodeId', 'MaximumParallelMigrations', 'QuarantineDuration', 'QuarantineThreshold', 'ResiliencyDefaultPeriod', 'ResiliencyLevel', 'SameSubnetDelay', 'SameSubnetThreshold', 'ShutdownTimeoutInMinutes')
        cluster    = 'Name'
    }
    'Get-ClusterAvailableDisk' = @{
        parameters = @()
        properties = @()
        cluster    = 'Cluster'
    }
    'Get-ClusterGroup' = @{
        parameters = @('Name')
        properties = @('AntiAffinityClassNames', 'AutoFailbackType', 'FailbackWindowEnd', 'FailbackWindowStart', 'FailoverPeriod', 'FailoverThreshold', 'Priority')
        cluster    = 'Cluster'
    }
    'Get-ClusterLog' = @{
        parameters = @('Destination', 'Node', 'TimeSpan', 'UseLocalTime')
        properties = @()
        cluster    = 'Cluster'
    }
    'Get-ClusterNetwork' = @{
        parameters = @('Name')
        properties = @('Name', 'Role')
        cluster    = 'Cluster'
    }
    'Get-ClusterNode' = @{
        parameters = @('Name')
        properties = @('NodeWeight')
        cluster    = 'Cluster'
    }
    'Get-ClusterResource' = @{
        parameters = @('Name')
        properties = @('IsAlivePollInterval', 'LooksAlivePollInterval', 'PendingTimeout', 'RestartDelay', 'RestartPeriod', 'RestartThreshold', 'RetryPeriodOnFailure')
        cluster    = 'Cluster'
    }
    'Get-ClusterResourceDependencyReport' = @{
        parameters = @('Group', 'Resource')
        properties = @()
        cluster    = 'Cluster'
    }
    'Get-ClusterResourceType' = @{
        parameters = @('Name')
        properties = @()
        cluster    = 'Cluster'
    }
    'Get-VM' = @{
        parameters = @()
        properties = @()
        cluster    = ''
    }
    'Move-ClusterGroup' = @{
        parameters = @('Name', 'Node', 'Wait')
        properties = @()
        cluster    = 'Cluster'
    }
    'Move-ClusterResource' = @{
        parameters = @('Group', 'Name')
        properties = @()
        cluster    = 'Cluster'
    }
    'Move-ClusterSharedVolume' = @{
        parameters = @('Name', 'Node', 'Wait')
        properties = @()
        cluster    = 'Cluster'
    }
    'Move-ClusterVirtualMachineRole' = @{
        parameters = @('Cancel', 'MigrationType', 'Name', 'Node', 'Wait')
        properties = @()
        cluster    = 'Cluster'
    }
    'Move-VMStorage' = @{
        parameters = @('ComputerName', 'Confirm', 'DestinationStoragePath', 'Name')
        properties = @()
        cluster    = ''
    }
    'New-Cluster' = @{
        parameters = @('Force', 'Name', 'NoStorage', 'Node', 'StaticAddress')
        properties = @()
        cluster    = ''
    }
    'New-VM' = @{
        parameters = @('ComputerName', 'MemoryStartupBytes', 'Name', 'NewVHDPath', 'NewVHDSizeBytes', 'Path')
        properties = @()
        cluster    = ''
    }
    'Remove-Cluster' = @{
        parameters = @('Confirm', 'Force')
        properties = @()
        cluster    = 'Cluster'
    }
    'Remove-ClusterGroup' = @{
        parameters = @('Confirm', 'Force', 'Name', 'RemoveResources')
        properties = @()
        cluster    = 'Cluster'
    }
    'Remove-ClusterNode' = @{
        parameters = @('Confirm', 'Force', 'Name')
        properties = @()
        cluster    = 'Cluster'
    }
    'Remove-ClusterResource' = @{
        parameters = @('Confirm', 'Force', 'Name')
        properties = @()
        cluster    = 'Cluster'
    }
    'Remove-ClusterSharedVolume' = @{
        parameters = @('Confirm', 'Name')
        properties = @()
        cluster    = 'Cluster'
    }
    'Resume-ClusterNode' = @{
        parameters = @('Failback', 'Name')
        properties = @()
        cluster    = 'Cluster'
    }
    'Resume-ClusterResource' = @{
        parameters = @('Name')
        properties = @()
        cluster    = 'Cluster'
    }
    'Save-VM' = @{
        parameters = @('ComputerName', 'Confirm', 'Name')
        properties = @()
        cluster    = ''
    }
    'Set-ClusterOwnerNode' = @{
        parameters = @('Group', 'Owners', 'Resource')
        properties = @()
        cluster    = 'Cluster'
    }
    'Set-ClusterParameter' = @{
        parameters = @('Name', 'Value')
        properties = @()
        cluster    = 'Cluster'
    }
    'Set-ClusterQuorum' = @{
        parameters = @('AccountName', 'CloudWitness', 'DiskOnly', 'DiskWitness', 'Endpoint', 'FileShareWitness', 'NoWitness')
        properties = @()
        cluster    = 'Cluster'
    }
    'Set-ClusterResourceDependency' = @{
        parameters = @('Dependency', 'Resource')
        properties = @()
        cluster    = 'Cluster'
    }
    'Set-VM' = @{
        parameters = @('ProcessorCount')
        properties = @()
        cluster    = ''
    }
    'Start-Cluster' = @{
        parameters = @()
        properties = @()
        cluster    = 'Name'
    }
    'Start-ClusterGroup' = @{
        parameters = @('Name', 'Wait')
        properties = @()
        cluster    = 'Cluster'
    }
    'Start-ClusterNode' = @{
        parameters = @('ClearQuarantine', 'ForceQuorum', 'Name', 'PreventQuorum')
        properties = @()
        cluster    = 'Cluster'
    }
    'Start-ClusterResource' = @{
        parameters = @('Name', 'Wait')
        properties = @()
        cluster    = 'Cluster'
    }
    'Start-VM' = @{
        parameters = @('ComputerName', 'Name')
        properties = @()
        cluster    = ''
    }
    'Stop-Cluster' = @{
        parameters = @('Confirm', 'Force')
        properties = @()
        cluster    = 'Cluster'
    }
    'Stop-ClusterGroup' = @{
        parameters = @('Name', 'Wait')
        properties = @()
        cluster    = 'Cluster'
    }
    'Stop-ClusterNode' = @{
        parameters = @('Confirm', 'Name')
        properties = @()
        cluster    = 'Cluster'
    }
    'Stop-ClusterResource' = @{
        parameters = @('Name', 'Wait')
        properties = @()
        cluster    = 'Cluster'
    }
    'Stop-VM' = @{
        parameters = @('ComputerName', 'Confirm', 'Force', 'Name', 'TurnOff')
        properties = @()
        cluster    = ''
    }
    'Suspend-ClusterNode' = @{
        parameters = @('Confirm', 'Drain', 'Name', 'TargetNode')
        properties = @()
        cluster    = 'Cluster'
    }
    'Suspend-ClusterResource' = @{
        parameters = @('Confirm', 'Force', 'Name')
        properties = @()
        cluster    = 'Cluster'
    }
    'Test-Cluster' = @{
        parameters = @('Confirm', 'Include', 'Node')
        properties = @()
        cluster    = ''
    }
    'Test-ClusterResourceFailure' = @{
        parameters = @('Name')
        properties = @()
        cluster    = 'Cluster'
    }
    'Where-Object' = @{
        parameters = @('EQ', 'Property', 'Value')
        properties = @()
        cluster    = ''
    }
}

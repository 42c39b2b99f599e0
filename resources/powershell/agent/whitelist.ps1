# Made from the command catalogue; renew it with: REGROUP_RENEW=1 npx vitest run whitelist
# By cmdlet: the parameters that a step may give, the properties of its object that a step may set, the parameter that
# takes the name of the cluster, and the parameters that name objects which exist, with the cmdlet that puts out all of them.
# What has reports is all that an account may run which only looks.
$global:RegroupWhitelist = @{
    'Add-ClusterDisk' = @{
        parameters = @()
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
    }
    'Add-ClusterFileServerRole' = @{
        parameters = @('Name', 'StaticAddress', 'Storage', 'Wait')
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
    }
    'Add-ClusterGenericApplicationRole' = @{
        parameters = @('CommandLine', 'Name', 'StaticAddress', 'Storage', 'Wait')
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
    }
    'Add-ClusterGenericScriptRole' = @{
        parameters = @('Name', 'ScriptFilePath', 'StaticAddress', 'Storage', 'Wait')
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
    }
    'Add-ClusterGenericServiceRole' = @{
        parameters = @('Name', 'ServiceName', 'StaticAddress', 'Storage', 'Wait')
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
    }
    'Add-ClusterGroup' = @{
        parameters = @('GroupType', 'Name')
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
    }
    'Add-ClusterNode' = @{
        parameters = @('Name')
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
    }
    'Add-ClusterResource' = @{
        parameters = @('Group', 'Name', 'ResourceType')
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
    }
    'Add-ClusterSharedVolume' = @{
        parameters = @('Name')
        properties = @()
        cluster    = 'Cluster'
        named      = @{ Name = 'Get-ClusterResource' }
    }
    'Add-ClusterVirtualMachineRole' = @{
        parameters = @('VMName')
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
    }
    'Add-ClusteriSCSITargetServerRole' = @{
        parameters = @('Name', 'StaticAddress', 'Storage', 'Wait')
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
    }
    'Get-Cluster' = @{
        parameters = @()
        properties = @('AutoBalancerLevel', 'AutoBalancerMode', 'BlockCacheSize', 'ClusterEnforcedAntiAffinity', 'CrossSiteDelay', 'CrossSiteThreshold', 'CrossSubnetDelay', 'CrossSubnetThreshold', 'Description', 'DrainOnShutdown', 'DynamicQuorum', 'EnableSharedVolumes', 'LowerQuorumPriorityNodeId', 'MaximumParallelMigrations', 'QuarantineDuration', 'QuarantineThreshold', 'ResiliencyDefaultPeriod', 'ResiliencyLevel', 'SameSubnetDelay', 'SameSubnetThreshold', 'ShutdownTimeoutInMinutes')
        cluster    = 'Name'
        named      = @{}
    }
    'Get-ClusterAvailableDisk' = @{
        parameters = @()
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
    }
    'Get-ClusterGroup' = @{
        parameters = @('Name')
        properties = @('AntiAffinityClassNames', 'AutoFailbackType', 'FailbackWindowEnd', 'FailbackWindowStart', 'FailoverPeriod', 'FailoverThreshold', 'Priority')
        cluster    = 'Cluster'
        named      = @{ Name = 'Get-ClusterGroup' }
    }
    'Get-ClusterLog' = @{
        parameters = @('Destination', 'Node', 'TimeSpan', 'UseLocalTime')
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
        reports    = $true
    }
    'Get-ClusterNetwork' = @{
        parameters = @('Name')
        properties = @('Name', 'Role')
        cluster    = 'Cluster'
        named      = @{ Name = 'Get-ClusterNetwork' }
    }
    'Get-ClusterNode' = @{
        parameters = @('Name')
        properties = @('NodeWeight')
        cluster    = 'Cluster'
        named      = @{}
    }
    'Get-ClusterResource' = @{
        parameters = @('Name')
        properties = @('IsAlivePollInterval', 'LooksAlivePollInterval', 'PendingTimeout', 'RestartDelay', 'RestartPeriod', 'RestartThreshold', 'RetryPeriodOnFailure')
        cluster    = 'Cluster'
        named      = @{ Name = 'Get-ClusterResource' }
    }
    'Get-ClusterResourceDependencyReport' = @{
        parameters = @('Group', 'Resource')
        properties = @()
        cluster    = 'Cluster'
        named      = @{ Group = 'Get-ClusterGroup'; Resource = 'Get-ClusterResource' }
        reports    = $true
    }
    'Get-ClusterResourceType' = @{
        parameters = @('Name')
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
    }
    'Get-VM' = @{
        parameters = @()
        properties = @()
        cluster    = ''
        named      = @{}
    }
    'Move-ClusterGroup' = @{
        parameters = @('Name', 'Node', 'Wait')
        properties = @()
        cluster    = 'Cluster'
        named      = @{ Name = 'Get-ClusterGroup' }
    }
    'Move-ClusterResource' = @{
        parameters = @('Group', 'Name')
        properties = @()
        cluster    = 'Cluster'
        named      = @{ Name = 'Get-ClusterResource' }
    }
    'Move-ClusterSharedVolume' = @{
        parameters = @('Name', 'Node', 'Wait')
        properties = @()
        cluster    = 'Cluster'
        named      = @{ Name = 'Get-ClusterSharedVolume' }
    }
    'Move-ClusterVirtualMachineRole' = @{
        parameters = @('Cancel', 'MigrationType', 'Name', 'Node', 'Wait')
        properties = @()
        cluster    = 'Cluster'
        named      = @{ Name = 'Get-ClusterGroup' }
    }
    'Move-VMStorage' = @{
        parameters = @('ComputerName', 'Confirm', 'DestinationStoragePath', 'Name')
        properties = @()
        cluster    = ''
        named      = @{ Name = 'Get-VM' }
    }
    'New-Cluster' = @{
        parameters = @('Force', 'Name', 'NoStorage', 'Node', 'StaticAddress')
        properties = @()
        cluster    = ''
        named      = @{}
    }
    'New-VM' = @{
        parameters = @('ComputerName', 'MemoryStartupBytes', 'Name', 'NewVHDPath', 'NewVHDSizeBytes', 'Path')
        properties = @()
        cluster    = ''
        named      = @{}
    }
    'Remove-Cluster' = @{
        parameters = @('Confirm', 'Force')
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
    }
    'Remove-ClusterGroup' = @{
        parameters = @('Confirm', 'Force', 'Name', 'RemoveResources')
        properties = @()
        cluster    = 'Cluster'
        named      = @{ Name = 'Get-ClusterGroup' }
    }
    'Remove-ClusterNode' = @{
        parameters = @('Confirm', 'Force', 'Name')
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
    }
    'Remove-ClusterResource' = @{
        parameters = @('Confirm', 'Force', 'Name')
        properties = @()
        cluster    = 'Cluster'
        named      = @{ Name = 'Get-ClusterResource' }
    }
    'Remove-ClusterSharedVolume' = @{
        parameters = @('Confirm', 'Name')
        properties = @()
        cluster    = 'Cluster'
        named      = @{ Name = 'Get-ClusterSharedVolume' }
    }
    'Resume-ClusterNode' = @{
        parameters = @('Failback', 'Name')
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
    }
    'Resume-ClusterResource' = @{
        parameters = @('Name')
        properties = @()
        cluster    = 'Cluster'
        named      = @{ Name = 'Get-ClusterResource' }
    }
    'Save-VM' = @{
        parameters = @('ComputerName', 'Confirm', 'Name')
        properties = @()
        cluster    = ''
        named      = @{ Name = 'Get-VM' }
    }
    'Set-ClusterOwnerNode' = @{
        parameters = @('Group', 'Owners', 'Resource')
        properties = @()
        cluster    = 'Cluster'
        named      = @{ Group = 'Get-ClusterGroup'; Resource = 'Get-ClusterResource' }
    }
    'Set-ClusterParameter' = @{
        parameters = @('Name', 'Value')
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
    }
    'Set-ClusterQuorum' = @{
        parameters = @('AccountName', 'CloudWitness', 'DiskOnly', 'DiskWitness', 'Endpoint', 'FileShareWitness', 'NoWitness')
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
    }
    'Set-ClusterResourceDependency' = @{
        parameters = @('Dependency', 'Resource')
        properties = @()
        cluster    = 'Cluster'
        named      = @{ Resource = 'Get-ClusterResource' }
    }
    'Set-VM' = @{
        parameters = @('ComputerName', 'MemoryStartupBytes', 'Name', 'ProcessorCount')
        properties = @()
        cluster    = ''
        named      = @{ Name = 'Get-VM' }
    }
    'Start-Cluster' = @{
        parameters = @()
        properties = @()
        cluster    = 'Name'
        named      = @{}
    }
    'Start-ClusterGroup' = @{
        parameters = @('Name', 'Wait')
        properties = @()
        cluster    = 'Cluster'
        named      = @{ Name = 'Get-ClusterGroup' }
    }
    'Start-ClusterNode' = @{
        parameters = @('ClearQuarantine', 'ForceQuorum', 'Name', 'PreventQuorum')
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
    }
    'Start-ClusterResource' = @{
        parameters = @('Name', 'Wait')
        properties = @()
        cluster    = 'Cluster'
        named      = @{ Name = 'Get-ClusterResource' }
    }
    'Start-VM' = @{
        parameters = @('ComputerName', 'Name')
        properties = @()
        cluster    = ''
        named      = @{ Name = 'Get-VM' }
    }
    'Stop-Cluster' = @{
        parameters = @('Confirm', 'Force')
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
    }
    'Stop-ClusterGroup' = @{
        parameters = @('Name', 'Wait')
        properties = @()
        cluster    = 'Cluster'
        named      = @{ Name = 'Get-ClusterGroup' }
    }
    'Stop-ClusterNode' = @{
        parameters = @('Confirm', 'Name')
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
    }
    'Stop-ClusterResource' = @{
        parameters = @('Name', 'Wait')
        properties = @()
        cluster    = 'Cluster'
        named      = @{ Name = 'Get-ClusterResource' }
    }
    'Stop-VM' = @{
        parameters = @('ComputerName', 'Confirm', 'Force', 'Name', 'TurnOff')
        properties = @()
        cluster    = ''
        named      = @{ Name = 'Get-VM' }
    }
    'Suspend-ClusterNode' = @{
        parameters = @('Confirm', 'Drain', 'Name', 'TargetNode')
        properties = @()
        cluster    = 'Cluster'
        named      = @{}
    }
    'Suspend-ClusterResource' = @{
        parameters = @('Confirm', 'Force', 'Name')
        properties = @()
        cluster    = 'Cluster'
        named      = @{ Name = 'Get-ClusterResource' }
    }
    'Test-Cluster' = @{
        parameters = @('Confirm', 'Include', 'Node')
        properties = @()
        cluster    = ''
        named      = @{}
    }
    'Test-ClusterResourceFailure' = @{
        parameters = @('Name')
        properties = @()
        cluster    = 'Cluster'
        named      = @{ Name = 'Get-ClusterResource' }
    }
    'Where-Object' = @{
        parameters = @('EQ', 'Property', 'Value')
        properties = @()
        cluster    = ''
        named      = @{}
    }
}

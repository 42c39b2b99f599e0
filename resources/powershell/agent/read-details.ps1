# What takes a call for each object: one pipeline all the same, and an object that is gone meanwhile is passed over.

# Whether names are said for an argument that need no look through everything: none of them can be a pattern.
function Test-RegroupPlain {
    param($Names)
    return @($Names | Where-Object { [string]$_ -match '[*?`\[\]]' }).Count -eq 0
}

# The roles of these names; all of them where the request names none.
function Get-RegroupGroups {
    param($Arguments)
    if (-not $Arguments.ContainsKey('groups')) { return Get-ClusterGroup @RegroupCluster }
    $names = [string[]]$Arguments['groups']
    if ($names.Count -eq 0) { return }
    if (Test-RegroupPlain $names) { return Get-ClusterGroup @RegroupCluster -Name $names -ErrorAction SilentlyContinue }
    Get-ClusterGroup @RegroupCluster | Where-Object { $names -contains $_.Name }
}

# The same for resources.
function Get-RegroupResources {
    param($Arguments)
    if (-not $Arguments.ContainsKey('resources')) { return Get-ClusterResource @RegroupCluster }
    $names = [string[]]$Arguments['resources']
    if ($names.Count -eq 0) { return }
    if (Test-RegroupPlain $names) { return Get-ClusterResource @RegroupCluster -Name $names -ErrorAction SilentlyContinue }
    Get-ClusterResource @RegroupCluster | Where-Object { $names -contains $_.Name }
}

$RegroupReads['owners'] = {
    param($Arguments)
    $nodes = @(Get-ClusterNode @RegroupCluster).Count
    Get-RegroupGroups $Arguments | Get-ClusterOwnerNode -ErrorAction SilentlyContinue | ForEach-Object {
        $owners = @($_.OwnerNodes | ForEach-Object { ConvertTo-RegroupField $_ })
        if ($owners.Count -gt 0) {
            [ordered]@{ Kind = 'group'; Name = ConvertTo-RegroupField $_.ClusterObject; Owners = [object[]]$owners }
        }
    }
    # Every node may own most resources: those rows would only make the answer long.
    Get-RegroupResources $Arguments | Get-ClusterOwnerNode -ErrorAction SilentlyContinue | ForEach-Object {
        $owners = @($_.OwnerNodes | ForEach-Object { ConvertTo-RegroupField $_ })
        if ($owners.Count -lt $nodes) {
            [ordered]@{ Kind = 'resource'; Name = ConvertTo-RegroupField $_.ClusterObject; Owners = [object[]]$owners }
        }
    }
}

$RegroupReads['dependencies'] = {
    param($Arguments)
    Get-RegroupResources $Arguments | Get-ClusterResourceDependency -ErrorAction SilentlyContinue | ForEach-Object {
        if ($_.DependencyExpression) {
            [ordered]@{ Resource = ConvertTo-RegroupField $_.Resource; Expression = [string]$_.DependencyExpression }
        }
    }
}

# A private property as a row; binary ones are of no use.
function Select-RegroupParameters {
    param([Parameter(ValueFromPipeline = $true)]$Parameter, [string]$Kind, [string[]]$Names)
    process {
        if ($Names -notcontains $Parameter.Name) { return }
        $value = ConvertTo-RegroupField $Parameter.Value
        if ($value -is [array]) { $value = $value -join ';' }
        [ordered]@{
            Owner = ConvertTo-RegroupField $Parameter.ClusterObject
            Kind  = $Kind
            Name  = [string]$Parameter.Name
            Value = $value
        }
    }
}

$RegroupReads['parameters'] = {
    param($Arguments)
    $types = 'Virtual Machine', 'IP Address', 'IPv6 Address', 'File Share Witness', 'Cloud Witness'
    $names = 'VmID', 'OfflineAction', 'Address', 'SharePath', 'AccountName', 'EndpointInfo'
    Get-RegroupResources $Arguments |
        Where-Object { $types -contains (ConvertTo-RegroupField $_.ResourceType) } |
        Get-ClusterParameter -ErrorAction SilentlyContinue | Select-RegroupParameters -Kind 'resource' -Names $names
    Get-ClusterResourceType @RegroupCluster |
        Where-Object { $_.Name -eq 'Virtual Machine' } |
        Get-ClusterParameter -ErrorAction SilentlyContinue |
        Select-RegroupParameters -Kind 'type' -Names 'MigrationNetworkOrder', 'MigrationExcludeNetworks'
}

# How far live migrations are: of the named resources only, so often that it must cost little.
$RegroupReads['migrations'] = {
    param($Arguments)
    $resources = [string[]]$Arguments['resources']
    Get-ClusterResource @RegroupCluster -Name $resources -ErrorAction SilentlyContinue |
        Get-ClusterParameter -ErrorAction SilentlyContinue |
        Select-RegroupParameters -Kind 'resource' -Names 'MigrationState', 'MigrationProgress', 'MigrationFailureReason'
}

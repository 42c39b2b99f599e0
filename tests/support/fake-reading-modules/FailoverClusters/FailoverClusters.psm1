# Cmdlets of FailoverClusters that answer from the rows in the file REGROUP_TEST_ROWS: objects inside objects, enumerations,
# collections and 64-bit numbers, as the real ones have them.

# Rows are lists of [name, value] pairs, or ConvertFrom-Json would turn names that look like times into times.
$rows = ConvertFrom-Json -InputObject ([IO.File]::ReadAllText($env:REGROUP_TEST_ROWS))

function Get-Text {
    param($Value)
    if ($null -eq $Value) { return $null }
    if ($Value -is [string]) { return $Value.Substring(1) }
    return $Value
}

function Get-Fields {
    param([string]$Section)
    foreach ($row in $rows.cluster.$Section) {
        $fields = [ordered]@{}
        foreach ($property in $row.PSObject.Properties) {
            $value = $property.Value
            if ($value -is [array]) {
                $list = New-Object Collections.Specialized.StringCollection
                foreach ($item in $value) { [void]$list.Add([string](Get-Text $item)) }
                $fields[$property.Name] = $list
            }
            else { $fields[$property.Name] = Get-Text $value }
        }
        $fields
    }
}

function Set-Kinds {
    param($Fields, [string[]]$Enumerations = @(), [string[]]$Objects = @())
    foreach ($name in $Enumerations) {
        if ($null -ne $Fields[$name]) { $Fields[$name] = [Enum]::ToObject([DayOfWeek], [int]$Fields[$name]) }
    }
    foreach ($name in $Objects) {
        if ($null -ne $Fields[$name]) { $Fields[$name] = [PSCustomObject]@{ Name = $Fields[$name]; Cluster = 'deep' } }
    }
    [PSCustomObject]$Fields
}

function Get-Cluster {
    [CmdletBinding()] param([string]$Name, [string]$Domain)
    foreach ($fields in (Get-Fields 'cluster')) { Set-Kinds $fields }
}

function Get-ClusterNode {
    [CmdletBinding()] param([string[]]$Name, [string]$Cluster)
    foreach ($fields in (Get-Fields 'nodes')) {
        $node = Set-Kinds $fields -Enumerations 'State', 'DrainStatus'
        Add-Member -InputObject $node -MemberType ScriptProperty -Name Model -Value { throw 'This getter fails.' } -Force
        $node
    }
}

function Get-ClusterGroup {
    [CmdletBinding()] param([string[]]$Name, [string]$Cluster)
    foreach ($fields in (Get-Fields 'groups')) { Set-Kinds $fields -Enumerations 'State', 'GroupType' -Objects 'OwnerNode' }
}

function Get-ClusterResource {
    [CmdletBinding()] param([string[]]$Name, [string]$Cluster)
    foreach ($fields in (Get-Fields 'resources')) {
        if ($null -ne $Name -and $Name -notcontains $fields['Name']) { continue }
        Set-Kinds $fields -Enumerations 'State' -Objects 'OwnerNode', 'OwnerGroup', 'ResourceType'
    }
}

function Get-ClusterResourceType {
    [CmdletBinding()] param([string[]]$Name, [string]$Cluster)
    foreach ($fields in (Get-Fields 'resourceTypes')) { Set-Kinds $fields }
}

function Get-ClusterNetwork {
    [CmdletBinding()] param([string[]]$Name, [string]$Cluster)
    foreach ($fields in (Get-Fields 'networks')) { Set-Kinds $fields -Enumerations 'State', 'Role' }
}

function Get-ClusterNetworkInterface {
    [CmdletBinding()] param([string[]]$Name, [string]$Cluster)
    foreach ($fields in (Get-Fields 'interfaces')) { Set-Kinds $fields -Enumerations 'State' -Objects 'Network' }
}

function Get-ClusterQuorum {
    [CmdletBinding()] param([string]$Cluster)
    foreach ($fields in (Get-Fields 'quorum')) {
        $witness = $null
        if ($null -ne $fields['QuorumResource']) {
            $witness = [PSCustomObject]@{ Name = $fields['QuorumResource']; ResourceType = [PSCustomObject]@{ Name = $fields['ResourceType'] } }
        }
        [PSCustomObject]@{ QuorumType = [Enum]::ToObject([DayOfWeek], [int]$fields['QuorumType']); QuorumResource = $witness }
    }
}

function Get-ClusterSharedVolume {
    [CmdletBinding()] param([string[]]$Name, [string]$Cluster)
    foreach ($fields in (Get-Fields 'sharedVolumes')) {
        $info = [PSCustomObject]@{
            FriendlyVolumeName = $fields['Path']
            MaintenanceMode    = $fields['MaintenanceMode']
            Partition          = [PSCustomObject]@{ Size = [uint64]$fields['Size'] }
        }
        $volume = Set-Kinds $fields -Enumerations 'State' -Objects 'OwnerNode'
        Add-Member -InputObject $volume -MemberType NoteProperty -Name SharedVolumeInfo -Value @($info)
        $volume
    }
}

function Get-ClusterSharedVolumeState {
    [CmdletBinding()] param([string[]]$Name, [string[]]$Node, [string]$Cluster)
    foreach ($fields in (Get-Fields 'sharedVolumeStates')) { Set-Kinds $fields -Enumerations 'StateInfo' }
}

function Get-ClusterAvailableDisk {
    [CmdletBinding()] param([string]$Cluster)
    foreach ($fields in (Get-Fields 'availableDisks')) {
        $fields['Size'] = [uint64]$fields['Size']
        Set-Kinds $fields
    }
}

function Get-ClusterOwnerNode {
    [CmdletBinding()] param([Parameter(ValueFromPipeline = $true)]$InputObject, [string]$Cluster)
    process {
        $kind = 'resource'
        if ($null -ne $InputObject.PSObject.Properties['GroupType']) { $kind = 'group' }
        foreach ($fields in (Get-Fields 'owners')) {
            if ($fields['Kind'] -ne $kind -or $fields['Name'] -cne $InputObject.Name) { continue }
            [PSCustomObject]@{
                ClusterObject = $InputObject
                OwnerNodes    = @(foreach ($owner in $fields['Owners']) { [PSCustomObject]@{ Name = $owner } })
            }
        }
    }
}

function Get-ClusterResourceDependency {
    [CmdletBinding()] param([Parameter(ValueFromPipeline = $true)]$InputObject, [string]$Cluster)
    process {
        foreach ($fields in (Get-Fields 'dependencies')) {
            if ($fields['Resource'] -cne $InputObject.Name) { continue }
            [PSCustomObject]@{ Resource = $InputObject; DependencyExpression = $fields['Expression'] }
        }
    }
}

function Get-ClusterParameter {
    [CmdletBinding()] param([Parameter(ValueFromPipeline = $true)]$InputObject, [string[]]$Name, [string]$Cluster)
    process {
        if ($InputObject.Name -eq 'gone') {
            Write-Error 'The resource is not there any more.'
            return
        }
        foreach ($fields in (Get-Fields 'parameters')) {
            if ($fields['Owner'] -cne $InputObject.Name) { continue }
            [PSCustomObject]@{ ClusterObject = $InputObject; Name = $fields['Name']; Value = $fields['Value'] }
        }
        [PSCustomObject]@{ ClusterObject = $InputObject; Name = 'DiskSecurity'; Value = [byte[]](1, 2, 3) }
    }
}

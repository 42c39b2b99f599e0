# What a volume says of its partition stands in objects of its own.
$RegroupReads['sharedVolumes'] = {
    Get-ClusterSharedVolume @RegroupCluster | ForEach-Object {
        $info = @($_.SharedVolumeInfo)[0]
        [ordered]@{
            Id              = [string]$_.Id
            Name            = [string]$_.Name
            State           = ConvertTo-RegroupField $_.State
            OwnerNode       = ConvertTo-RegroupField $_.OwnerNode
            Path            = ConvertTo-RegroupField $info.FriendlyVolumeName
            Size            = ConvertTo-RegroupField $info.Partition.Size
            MaintenanceMode = ConvertTo-RegroupField $info.MaintenanceMode
        }
    }
}

$RegroupReads['sharedVolumeStates'] = {
    Get-ClusterSharedVolumeState @RegroupCluster | Select-RegroupFields -Fields @(
        'Name', 'Node', 'StateInfo', 'BlockRedirectedIOReason')
}

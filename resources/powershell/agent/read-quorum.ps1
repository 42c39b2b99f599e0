$RegroupReads['quorum'] = {
    foreach ($settings in (Get-ClusterQuorum @RegroupCluster)) {
        $type = $null
        if ($null -ne $settings.QuorumResource) { $type = ConvertTo-RegroupField $settings.QuorumResource.ResourceType }
        [ordered]@{
            QuorumType     = ConvertTo-RegroupField $settings.QuorumType
            QuorumResource = ConvertTo-RegroupField $settings.QuorumResource
            ResourceType   = $type
        }
    }
}

$RegroupReads['networks'] = {
    Get-ClusterNetwork @RegroupCluster | Select-RegroupFields -Fields @(
        'Id', 'Name', 'State', 'Role', 'Address', 'AddressMask', 'Ipv6Addresses', 'Ipv6PrefixLengths', 'Metric')
}

$RegroupReads['interfaces'] = {
    Get-ClusterNetworkInterface @RegroupCluster | Select-RegroupFields -Fields @(
        'Id', 'Name', 'Node', 'Network', 'State', 'Address', 'Ipv6Addresses')
}

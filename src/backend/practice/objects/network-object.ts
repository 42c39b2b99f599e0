import { subnetMask } from '#shared/commands/subnet';
import type { ClusterView } from '#shared/model/cluster-view';
import type { Network, NetworkInterface } from '#shared/model/network';
import { reference, type PracticeObject } from '../practice-object';

/** `Microsoft.FailoverClusters.PowerShell.ClusterNetwork`. */
export function networkObject(network: Network, view: ClusterView): PracticeObject {
  const [address = '', prefix = '0'] = network.address.split('/');
  return {
    $type: 'ClusterNetwork',
    Name: network.name,
    Id: network.id,
    Cluster: reference('Cluster', view.snapshot.cluster.name),
    State: network.state,
    Role: network.role,
    Address: address,
    AddressMask: subnetMask(network.address) ?? '',
    Ipv4Addresses: [address],
    Ipv4PrefixLengths: [Number(prefix)],
    Ipv6Addresses: [],
    Ipv6PrefixLengths: [],
    AutoMetric: true,
    Metric: network.metric,
    Description: '',
  };
}

/** `Microsoft.FailoverClusters.PowerShell.ClusterNetworkInterface`. */
export function interfaceObject(one: NetworkInterface, view: ClusterView): PracticeObject {
  return {
    $type: 'ClusterNetworkInterface',
    Name: one.name,
    Id: one.id,
    Cluster: reference('Cluster', view.snapshot.cluster.name),
    Node: one.node,
    Network: reference('ClusterNetwork', one.network),
    State: one.state,
    Address: one.address,
    Ipv4Addresses: [one.address],
    Ipv6Addresses: [],
    Adapter: one.network,
    AdapterId: one.id,
    DhcpEnabled: 0,
    Description: '',
  };
}

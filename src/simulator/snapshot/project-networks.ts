import type { Network, NetworkInterface, NetworkRole } from '#shared/model/network';
import { lookUp, type Simulation } from '../engine/simulation';
import type { InterfaceState, NetworkState } from '../state/network-state';

const shownRoles: { readonly [Role in NetworkState['role']]: NetworkRole } = {
  none: 'None',
  cluster: 'Cluster',
  clusterAndClient: 'ClusterAndClient',
};

/** A network as the running partition knows it. */
export function projectNetwork(sim: Simulation, network: NetworkState): Network {
  return {
    id: network.id,
    name: network.name,
    state: sim.running ? network.known : 'Unavailable',
    role: shownRoles[network.role],
    address: network.subnet,
    metric: network.metric,
    liveMigrationOrder: network.liveMigration,
    bandwidth: Math.round(network.bandwidth),
  };
}

/** An interface as the running partition knows it: Unavailable while its node is down. */
export function projectInterface(sim: Simulation, state: InterfaceState): NetworkInterface {
  const node = sim.node(state.node).name;
  const network = lookUp(sim.state.networks, state.network).name;
  return {
    id: state.id,
    name: `${node} - ${network}`,
    node,
    network,
    state: sim.isMember(state.node) ? state.known : 'Unavailable',
    address: state.address,
  };
}

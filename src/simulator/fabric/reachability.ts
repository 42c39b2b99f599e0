import type { Simulation } from '../engine/simulation';
import type { InterfaceState, NetworkState } from '../state/network-state';

/** The interface of a node on a network; undefined when it has none. */
export function interfaceOf(sim: Simulation, node: string, network: string): InterfaceState | undefined {
  return sim.index.interfaceOf(node, network);
}

/** Whether a network carries anything: it works, and does not lose everything. */
function carries(network: NetworkState): boolean {
  return network.working && network.loss < 1;
}

/** Whether a node's adapter and the network work, with or without power. */
export function plugged(sim: Simulation, network: NetworkState, node: string): boolean {
  return carries(network) && (interfaceOf(sim, node, network.id)?.working ?? false);
}

/** Whether a node can send on a network: it has power, and its adapter and the network work. */
export function attached(sim: Simulation, network: NetworkState, node: string): boolean {
  return sim.node(node).powered && plugged(sim, network, node);
}

/** Whether a node can send on some network that the cluster uses. */
export function clusterAttached(sim: Simulation, node: string): boolean {
  for (const network of sim.state.networks.values()) {
    if (network.role !== 'none' && attached(sim, network, node)) return true;
  }
  return false;
}

/** Whether a network's switches let two nodes reach each other: they are in one group of a partition, or there is none. */
function sameSide(network: NetworkState, a: string, b: string): boolean {
  return network.groups === null || network.groups.some((group) => group.includes(a) && group.includes(b));
}

/** Whether two nodes reach each other over a network, as it physically is. */
export function connected(sim: Simulation, network: NetworkState, a: string, b: string): boolean {
  return attached(sim, network, a) && attached(sim, network, b) && sameSide(network, a, b);
}

/** Whether two nodes reach each other over some network that the cluster uses. */
export function clusterConnected(sim: Simulation, a: string, b: string): boolean {
  if (a === b) return true;
  for (const network of sim.state.networks.values()) {
    if (network.role !== 'none' && connected(sim, network, a, b)) return true;
  }
  return false;
}

/** Networks that carry heartbeats between two nodes: the cluster uses them, and both have an interface there. */
export function commonNetworks(sim: Simulation, a: string, b: string): readonly NetworkState[] {
  return [...sim.state.networks.values()].filter(
    ({ id, role }) => role !== 'none' && interfaceOf(sim, a, id) !== undefined && interfaceOf(sim, b, id) !== undefined,
  );
}

/** Whether some network that the cluster uses would let two nodes reach each other if both had power, or they have none in common. */
export function clusterCabled(sim: Simulation, a: string, b: string): boolean {
  const networks = commonNetworks(sim, a, b);
  const carried = (network: NetworkState): boolean =>
    plugged(sim, network, a) && plugged(sim, network, b) && sameSide(network, a, b);
  return networks.length === 0 || networks.some(carried);
}

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

/** Whether a node can send on a network: it has power, and its adapter and the network work. */
export function attached(sim: Simulation, network: NetworkState, node: string): boolean {
  return carries(network) && sim.node(node).powered && (interfaceOf(sim, node, network.id)?.working ?? false);
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

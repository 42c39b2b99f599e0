import type { Simulation } from '../engine/simulation';
import type { NetworkState } from '../state/network-state';
import { connected } from '../fabric/reachability';

/** The first network in live-migration order that works at both ends; undefined when none does. */
export function migrationNetwork(sim: Simulation, from: string, to: string): NetworkState | undefined {
  return migrationNetworks(sim).find((network) => connected(sim, network, from, to));
}

/** Networks that live migration may use, in their order. */
function migrationNetworks(sim: Simulation): readonly NetworkState[] {
  return [...sim.state.networks.values()]
    .filter((network) => network.liveMigration !== null)
    .sort((a, b) => (a.liveMigration ?? 0) - (b.liveMigration ?? 0));
}

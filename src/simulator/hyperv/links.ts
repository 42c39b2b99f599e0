import type { Simulation } from '../engine/simulation';
import type { MachineState } from '../state/machine-state';

/** Bytes a second of a disk that nothing is known of: a machine without a disk of the cluster saves to its host's own. */
export const plainDiskThroughput = 128 * 1024 * 1024;

/** Key of what leaves or enters a node on a network. */
export function networkLink(direction: 'out' | 'in', node: string, network: string): string {
  return `${direction}:${node}:${network}`;
}

/** Key of what goes to or from the disk of a machine. */
export function diskLink(machine: MachineState): string {
  return `disk:${machine.disks[0] ?? machine.host}`;
}

/** Usable bytes a second of a network for migrations: bandwidth · linkEfficiency · migrationCompression, less what gets lost. */
export function migrationRate(sim: Simulation, network: string): number {
  const { bandwidth, loss } = sim.network(network);
  const { linkEfficiency, migrationCompression } = sim.db.settings;
  return (bandwidth / 8) * linkEfficiency * migrationCompression * (1 - loss);
}

/** Bytes a second that go through a link now; 0 while one end of it is without power. */
export function linkCapacity(sim: Simulation, link: string): number {
  const [kind, owner = '', network = ''] = link.split(':');
  if (kind === 'disk') return sim.state.disks.get(owner)?.throughput ?? plainDiskThroughput;
  return sim.node(owner).powered ? migrationRate(sim, network) : 0;
}

import type { Simulation } from '../engine/simulation';
import type { MachineState } from '../state/machine-state';
import { carriesData } from '../storage/volume-access';

/** Bytes a second of a disk that nothing is known of: a machine without a disk of the cluster saves to its host's own. */
export const plainDiskThroughput = 128 * 1024 * 1024;

/** Key of what leaves or enters a node on a network. */
export function networkLink(direction: 'out' | 'in', node: string, network: string): string {
  return `${direction}:${node}:${network}`;
}

/** Keys of what goes between a machine's host and its disk. */
export function diskLinks(machine: MachineState): readonly string[] {
  const [disk] = machine.disks;
  return disk === undefined ? [`disk:${machine.host}`] : linksToDisk(machine.host, disk);
}

/** Keys of what goes between a node and a disk: the disk, which others use too, and the way to it. */
export function linksToDisk(node: string, disk: string): readonly string[] {
  return [diskLink(disk), `way:${node}:${disk}`];
}

/** Key of what goes to or from a disk, whichever node it is. */
export function diskLink(disk: string): string {
  return `disk:${disk}`;
}

/** Usable bytes a second of a network for migrations: bandwidth · linkEfficiency · migrationCompression, less what gets lost. */
export function migrationRate(sim: Simulation, network: string): number {
  const { bandwidth, loss } = sim.network(network);
  const { linkEfficiency, migrationCompression } = sim.db.settings;
  return (bandwidth / 8) * linkEfficiency * migrationCompression * (1 - loss);
}

/** Bytes a second that go through a link now; 0 while one end of it is without power, or I/O has to wait. */
export function linkCapacity(sim: Simulation, link: string): number {
  const [kind, owner = '', other = ''] = link.split(':');
  if (kind === 'disk') return sim.state.disks.get(owner)?.throughput ?? plainDiskThroughput;
  if (kind === 'way') return carriesData(sim, sim.disk(other), owner) ? Infinity : 0;
  return sim.node(owner).powered ? migrationRate(sim, other) : 0;
}

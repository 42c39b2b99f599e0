import type { Simulation } from '../engine/simulation';
import { diskReachable } from '../storage/disk-paths';
import type { GuestClusterState } from '../state/guest-cluster-state';

/** Brings the disks of guests up to what the LUN behind them physically is. Answers whether some guest's paths changed. */
export function mirrorDisks(sim: Simulation, guests: Simulation, { lun }: GuestClusterState): boolean {
  const outside = lun === null ? undefined : sim.state.disks.get(lun);
  let changed = false;
  for (const disk of guests.state.disks.values()) {
    if (outside !== undefined) disk.working = outside.working;
    for (const node of guests.state.nodes.values()) {
      if (node.powered && diskReachable(guests, disk, node.id) === disk.paths.has(node.id)) changed = true;
    }
  }
  return changed;
}

/** The guest cluster that has a disk of the hosts' file; undefined: none has it. */
export function guestClusterWithDisk(sim: Simulation, disk: string): GuestClusterState | undefined {
  for (const cluster of sim.state.guestClusters.values()) if (cluster.lun === disk) return cluster;
  return undefined;
}

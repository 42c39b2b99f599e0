import type { SharedVolumeAccess } from '#shared/model/shared-volume';
import type { Simulation } from '../engine/simulation';
import type { DiskState, VolumeState } from '../state/storage-state';
import { diskReachable } from './disk-paths';

/** How a node reaches a shared volume: directly, over the coordinator, paused while it has none, or not at all. */
export function volumeAccess(sim: Simulation, volume: VolumeState, node: string): SharedVolumeAccess {
  if (!sim.isMember(node) || volume.state === 'Failed' || volume.state === 'Offline') return 'Unavailable';
  if (volume.state === 'OnlinePending') return 'Paused';
  if (volume.maintenance) return 'FileSystemRedirected';
  return lacksPath(sim, sim.disk(volume.disk), node) ? 'BlockRedirected' : 'Direct';
}

/** Whether a node is known to have no path to a disk. Of one that lost its power nobody knows before it leaves the membership. */
export function lacksPath(sim: Simulation, disk: DiskState, node: string): boolean {
  return sim.node(node).powered && !diskReachable(sim, disk, node);
}

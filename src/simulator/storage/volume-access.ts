import type { SharedVolumeAccess } from '#shared/model/shared-volume';
import type { Simulation } from '../engine/simulation';
import type { VolumeState } from '../state/storage-state';
import { diskReachable } from './disk-paths';

/** How a node reaches a shared volume: directly, over the coordinator, paused while it has none, or not at all. */
export function volumeAccess(sim: Simulation, volume: VolumeState, node: string): SharedVolumeAccess {
  if (!sim.isMember(node) || volume.state === 'Failed' || volume.state === 'Offline') return 'Unavailable';
  if (volume.state === 'OnlinePending') return 'Paused';
  if (volume.maintenance) return 'FileSystemRedirected';
  return diskReachable(sim, sim.disk(volume.disk), node) ? 'Direct' : 'BlockRedirected';
}

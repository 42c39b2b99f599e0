import type { SharedVolumeAccess } from '#shared/model/shared-volume';
import type { Simulation } from '../engine/simulation';
import type { DiskState, VolumeState } from '../state/storage-state';

/** How a node reaches a shared volume: directly, over the coordinator, paused while it waits for either, or not at all. */
export function volumeAccess(sim: Simulation, volume: VolumeState, node: string): SharedVolumeAccess {
  if (!sim.isMember(node) || volume.state === 'Failed' || volume.state === 'Offline') return 'Unavailable';
  if (volume.state === 'OnlinePending') return 'Paused';
  if (volume.maintenance !== null) {
    if (volume.maintenance.operation !== null) return 'FileSystemRedirected';
    return node === volume.coordinator ? 'Direct' : 'Unavailable';
  }
  const path = sim.disk(volume.disk).paths.get(node);
  if (path === undefined) return 'Direct';
  return path.state === 'lost' ? 'BlockRedirected' : 'Paused';
}

/** Whether I/O of a node to a disk goes on now: it does not while it waits for a path or a coordinator. */
export function carriesData(sim: Simulation, disk: DiskState, node: string): boolean {
  const { powered, database } = sim.node(node);
  if (!powered) return false;
  const own = database === null ? undefined : sim.state.databases.get(database);
  const volume = disk.volume === null ? undefined : own?.volumes.get(disk.volume);
  if (disk.volume !== null && own === undefined) return false;
  if (own === undefined || volume === undefined) return !disk.paths.has(node);
  const access = sim.within(own, () => volumeAccess(sim, volume, node));
  return access !== 'Paused' && access !== 'Unavailable';
}

/** Whether a node is known to have no path to a disk. */
export function lacksPath(disk: DiskState, node: string): boolean {
  return disk.paths.get(node)?.state === 'lost';
}

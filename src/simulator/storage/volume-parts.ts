import { cancelOperation } from '../engine/operations';
import type { Simulation } from '../engine/simulation';
import type { DiskState, VolumeState } from '../state/storage-state';

/** Makes a clustered disk a shared volume, offline. It must not be a resource of a role. */
export function addSharedVolume(sim: Simulation, disk: DiskState, coordinator: string | null): VolumeState {
  const id = sim.nextId('volume');
  const numbers = [...sim.db.volumes.values()].map((volume) => volume.number);
  const volume: VolumeState = {
    id,
    disk: disk.id,
    number: Math.max(0, ...numbers) + 1,
    coordinator,
    state: 'Offline',
    maintenance: null,
    timer: null,
  };
  sim.db.volumes.set(id, volume);
  disk.volume = id;
  disk.clustered = true;
  sim.touch('sharedVolumes', id);
  sim.touch('disks', disk.id);
  return volume;
}

/** A disk is no shared volume any more; it belongs to no role. */
export function removeSharedVolume(sim: Simulation, volume: VolumeState): void {
  sim.cancel(volume.timer);
  cancelOperation(sim, volume.maintenance?.operation ?? null);
  sim.db.volumes.delete(volume.id);
  sim.disk(volume.disk).volume = null;
  sim.touch('sharedVolumes', volume.id);
  sim.touch('disks', volume.disk);
}

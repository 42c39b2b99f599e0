import type { Simulation } from '../engine/simulation';
import type { MachineState } from '../state/machine-state';
import type { VolumeState } from '../state/storage-state';

/**
 * A shared volume that a machine needs and that is not there, for it failed or is in maintenance mode; one that is being mounted only
 * makes it wait.
 */
export function missingVolume(sim: Simulation, machine: MachineState): VolumeState | undefined {
  for (const disk of machine.disks) {
    const id = sim.disk(disk).volume;
    const volume = id === null ? undefined : sim.db.volumes.get(id);
    if (volume === undefined) continue;
    if (volume.state === 'Failed' || volume.state === 'Offline' || volume.maintenance?.operation === null)
      return volume;
  }
  return undefined;
}

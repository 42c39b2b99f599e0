import { clusterError } from '#shared/model/cluster-error';
import { cancelOperation, fail, succeed } from '../engine/operations';
import { windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { stayOffline } from '../resources/automatic-start';
import { takeOffline } from '../resources/role-actions';
import type { RoleState } from '../state/role-state';
import type { VolumeState } from '../state/storage-state';
import { loseVolumeStorage, machinesOn, regainVolumeStorage } from './machine-storage';
import { touchVolume } from './volume-coordinator';
import { watchVolumes } from './volume-watch';

/** Roles with a machine that has files on a shared volume. */
export function rolesOn(sim: Simulation, volume: VolumeState): readonly RoleState[] {
  const roles = new Set<RoleState>();
  for (const { role: id } of machinesOn(sim, volume)) {
    const role = id === null ? undefined : sim.db.roles.get(id);
    if (role !== undefined) roles.add(role);
  }
  return [...roles];
}

/**
 * Maintenance mode of a shared volume: what depends on it goes offline, each machine by its offline action, and stays so until
 * somebody starts it. Until then I/O goes over the coordinator (5136); after that only the coordinator reaches the disk. The
 * operation ends when nothing of the cluster uses the volume any more.
 */
export function beginMaintenance(sim: Simulation, volume: VolumeState, operation: string): void {
  volume.maintenance = { operation };
  tellRedirected(sim, volume, 5136);
  for (const role of rolesOn(sim, volume).filter(({ online }) => online)) {
    if (role.owner !== null && sim.isMember(role.owner)) takeOffline(sim, role, null);
    else {
      stayOffline(sim, role);
      sim.db.lacking.delete(role.id);
    }
  }
  touchVolume(sim, volume);
  emptyVolume(sim, volume);
}

/** Maintenance mode is over (5137): the disk is looked at again, and machines that stood still for it go on. */
export function endMaintenance(sim: Simulation, volume: VolumeState): void {
  const operation = volume.maintenance?.operation ?? null;
  volume.maintenance = null;
  cancelOperation(sim, operation, 'Superseded by another command');
  tellRedirected(sim, volume, 5137);
  touchVolume(sim, volume);
  watchVolumes(sim);
  regainVolumeStorage(sim, volume);
}

function tellRedirected(sim: Simulation, volume: VolumeState, event: 5136 | 5137): void {
  const { name } = sim.disk(volume.disk);
  const node = volume.coordinator ?? sim.db.members[0];
  if (node !== undefined) sim.log(event, node, { kind: 'sharedVolume', name }, name);
}

/** Volumes that go into maintenance mode are looked at: they are in it when the last machine of a role there holds no memory. */
export function emptyVolumes(sim: Simulation): void {
  for (const database of sim.state.databases.values()) {
    for (const volume of database.volumes.values())
      if ((volume.maintenance?.operation ?? null) !== null) sim.within(database, () => emptyVolume(sim, volume));
  }
}

function emptyVolume(sim: Simulation, volume: VolumeState): void {
  const operation = volume.maintenance?.operation ?? null;
  if (!sim.running) {
    volume.maintenance = null;
    fail(sim, operation, clusterError('noQuorum', 'The cluster stopped.', { code: windowsErrors.noQuorum }));
    return;
  }
  if (machinesOn(sim, volume).some(({ role, memoryOn }) => role !== null && memoryOn !== null)) return;
  volume.maintenance = { operation: null };
  succeed(sim, operation, 'In maintenance mode');
  touchVolume(sim, volume);
  loseVolumeStorage(sim, volume);
}

import type { Simulation } from '../engine/simulation';
import { addResource } from '../resources/role-parts';
import { terminate } from '../resources/resource-offline';
import { advanceRole } from '../resources/role-advance';
import { touchRole } from '../resources/role-ownership';
import type { ResourceState } from '../state/resource-state';
import type { RoleState } from '../state/role-state';
import type { DiskState } from '../state/storage-state';
import { setDiskOwner } from './disk-ownership';

/** The role that has the disks that no other has; undefined where there is no cluster. */
export function availableStorage(sim: Simulation): RoleState | undefined {
  for (const role of sim.db.roles.values()) if (role.groupType === 'AvailableStorage') return role;
  return undefined;
}

/** Gives a disk from one role to another; where that runs on another node the disk goes there, offline and online again. */
export function handDisk(sim: Simulation, resource: ResourceState, to: RoleState): void {
  const from = sim.role(resource.role);
  if (from.owner !== to.owner && resource.disk !== null) {
    terminate(sim, resource, 'Offline');
    setDiskOwner(sim, resource.disk, null);
  }
  from.resources = from.resources.filter((id) => id !== resource.id);
  to.resources.push(resource.id);
  resource.role = to.id;
  resource.wanted = to.online;
  touchRole(sim, from);
  touchRole(sim, to);
}

/** Makes a disk a resource of Available Storage, where it comes online. */
export function clusterDisk(sim: Simulation, disk: DiskState, storage: RoleState): ResourceState {
  const resource = addResource(sim, storage, { name: disk.name, type: 'Physical Disk', disk: disk.id });
  storage.online = true;
  resource.wanted = true;
  touchRole(sim, storage);
  advanceRole(sim, storage);
  return resource;
}

/** A disk is no resource any more; its reservation stays with whoever has it now. */
export function dropDiskResource(sim: Simulation, resource: ResourceState): void {
  const role = sim.role(resource.role);
  role.resources = role.resources.filter((id) => id !== resource.id);
  sim.db.resources.delete(resource.id);
  sim.touch('resources', resource.id);
  if (resource.disk !== null) {
    sim.disk(resource.disk).resource = null;
    sim.touch('disks', resource.disk);
  }
  touchRole(sim, role);
  advanceRole(sim, role);
}

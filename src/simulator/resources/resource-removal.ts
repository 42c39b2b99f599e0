import type { Simulation } from '../engine/simulation';
import type { ResourceState } from '../state/resource-state';
import type { RoleState } from '../state/role-state';
import { dropDiskResource } from '../storage/disk-assignment';
import { setDiskOwner } from '../storage/disk-ownership';
import { terminate } from './resource-offline';
import { touchRole } from './role-ownership';

/**
 * A resource on which nothing depends goes. A virtual machine whose resource goes runs on, on its host, not highly available any
 * more; a disk leaves the cluster, with what is on it.
 */
export function removeResource(sim: Simulation, role: RoleState, resource: ResourceState): void {
  if (resource.disk !== null) {
    terminate(sim, resource, 'Offline');
    dropDiskResource(sim, resource);
    setDiskOwner(sim, resource.disk, null);
    sim.disk(resource.disk).clustered = false;
    return;
  }
  if (resource.type === 'Virtual Machine' && resource.machine !== null) {
    sim.cancel(resource.timer);
    sim.cancel(resource.check);
    sim.machine(resource.machine).role = null;
    sim.touch('virtualMachines', resource.machine);
  } else terminate(sim, resource, 'Offline');
  role.resources = role.resources.filter((id) => id !== resource.id);
  sim.db.resources.delete(resource.id);
  sim.touch('resources', resource.id);
  touchRole(sim, role);
}

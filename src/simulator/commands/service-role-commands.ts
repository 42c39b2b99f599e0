import { roleTypes } from '#shared/commands/role-types';
import { refuse, windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { setResourceState } from '../resources/resource-state-change';
import { bringOnline } from '../resources/role-actions';
import { addRole, addServiceResources } from '../resources/role-parts';
import type { ResourceState } from '../state/resource-state';
import type { RoleState } from '../state/role-state';
import { setDiskOwner } from '../storage/disk-ownership';
import type { CommandHandlers } from './command-handler';
import { findDisk, findMember, requireFreeRoleName, requireRunning } from './find';

/** A disk of Available Storage; refuses one that is used for something else. */
function availableDisk(sim: Simulation, name: string): ResourceState {
  const disk = findDisk(sim, name);
  const resource = disk.resource === null ? undefined : sim.db.resources.get(disk.resource);
  if (resource === undefined || sim.role(resource.role).groupType !== 'AvailableStorage') {
    return refuse(`${disk.name} is not in Available Storage.`, windowsErrors.resourceNotAvailable);
  }
  return resource;
}

/** Gives a disk of Available Storage to a role: it stays online when the role has the same owner. */
function giveDisk(sim: Simulation, resource: ResourceState, role: RoleState): void {
  const storage = sim.role(resource.role);
  storage.resources = storage.resources.filter((id) => id !== resource.id);
  if (storage.owner !== role.owner && resource.disk !== null) {
    setResourceState(sim, resource, 'Offline');
    setDiskOwner(sim, resource.disk, null);
  }
  resource.role = role.id;
  role.resources.push(resource.id);
  for (const id of [storage.id, role.id]) sim.touch('roles', id);
  sim.touch('resources', resource.id);
  if (resource.disk !== null) sim.touch('disks', resource.disk);
}

/** Configure a Service or Application for everything but virtual machines: the role is made and brought online. */
export const serviceRoleCommands: CommandHandlers<'role.create'> = {
  'role.create': (sim, input, operation) => {
    requireRunning(sim);
    requireFreeRoleName(sim, input.name);
    const type = roleTypes[input.type];
    const disks = (input.disks ?? []).map((name) => availableDisk(sim, name));
    if (type.needsDisk && disks.length === 0)
      refuse(`A ${type.title} needs a disk of Available Storage.`, windowsErrors.resourceNotAvailable);
    const [first] = disks;
    const near = first === undefined ? null : sim.role(first.role).owner;
    const owner = input.owner === undefined ? (near ?? sim.db.members[0] ?? null) : findMember(sim, input.owner).id;
    const role = addRole(sim, input.name, input.groupType ?? type.groupType, owner);
    for (const disk of disks) giveDisk(sim, disk, role);
    addServiceResources(sim, role, { principal: type.resourceType, address: input.address ?? null, disks });
    if (owner !== null) sim.log(1158, owner, { kind: 'role', name: role.name }, role.name);
    bringOnline(sim, role, operation.id);
    return null;
  },
};

import { cancelOperation } from '../engine/operations';
import { refuse, windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { isMet, providerIds } from '../resources/dependencies';
import { setResourceState } from '../resources/resource-state-change';
import { advanceRole } from '../resources/role-advance';
import { forgetLack } from '../resources/room';
import type { ResourceState } from '../state/resource-state';
import type { CommandHandlers } from './command-handler';
import { findResource, requireSettled } from './find';

/** A resource and everything that it needs are meant to be online. */
function want(sim: Simulation, resource: ResourceState): void {
  resource.wanted = true;
  if (resource.state === 'Failed') setResourceState(sim, resource, 'Offline');
  for (const id of providerIds(resource.dependsOn)) want(sim, sim.resource(id));
}

/**
 * A resource and everything that cannot be online without it are not meant to be online any more. What depends on it in an `or`
 * stays while another provider is online.
 */
function unwant(sim: Simulation, resource: ResourceState): void {
  resource.wanted = false;
  if (resource.state === 'Failed') setResourceState(sim, resource, 'Offline');
  const stays = (id: string): boolean => sim.resource(id).wanted && sim.resource(id).state === 'Online';
  for (const other of sim.resourcesOf(sim.role(resource.role))) {
    if (!other.wanted || !providerIds(other.dependsOn).includes(resource.id)) continue;
    if (!isMet(other.dependsOn, stays)) unwant(sim, other);
  }
}

/** Commands that bring single resources online and offline. */
export const resourceCommands: CommandHandlers<'resource.bringOnline' | 'resource.takeOffline'> = {
  'resource.bringOnline': (sim, input, operation) => {
    const resource = findResource(sim, input.resource);
    const role = sim.role(resource.role);
    requireSettled(sim, role);
    if (role.owner === null || !sim.isMember(role.owner))
      refuse(`The owner of ${resource.name} is down.`, windowsErrors.nodeDown);
    if (resource.state === 'Online') return 'Online';
    cancelOperation(sim, resource.operation, 'Superseded by another command');
    resource.operation = operation.id;
    role.online = true;
    role.exhausted = false;
    role.preempted = false;
    forgetLack(sim, role);
    want(sim, resource);
    sim.touch('roles', role.id);
    advanceRole(sim, role);
    return null;
  },
  'resource.takeOffline': (sim, input, operation) => {
    const resource = findResource(sim, input.resource);
    const role = sim.role(resource.role);
    requireSettled(sim, role);
    unwant(sim, resource);
    role.online = sim.resourcesOf(role).some(({ wanted }) => wanted);
    sim.touch('roles', role.id);
    if (resource.state === 'Offline') return 'Offline';
    cancelOperation(sim, resource.operation, 'Superseded by another command');
    resource.operation = operation.id;
    advanceRole(sim, role);
    return null;
  },
};

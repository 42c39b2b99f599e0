import { foldName } from '#shared/model/cluster-view';
import { parseDependencies } from '#shared/model/dependency-parser';
import { refuse, windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { watchGuest } from '../hyperv/guest-watch';
import { announceRoom } from '../hyperv/machine-power';
import { mapDependency, providerIds } from '../resources/dependencies';
import { removeResource } from '../resources/resource-removal';
import { failResource } from '../resources/resource-failure';
import { advanceRole } from '../resources/role-advance';
import { addResource } from '../resources/role-parts';
import { touchRole } from '../resources/role-ownership';
import type { Dependency, ResourceState } from '../state/resource-state';
import type { RoleState } from '../state/role-state';
import type { CommandHandlers } from './command-handler';
import { findNode, findResource, findRole, requireSettled, requireStaying } from './find';

/** Reads an expression whose providers are other resources of the same role; refuses circles (5002 is Windows' number for a dependency that is wrong). */
function dependencyOf(sim: Simulation, role: RoleState, text: string, self: string | null): Dependency | null {
  if (text.trim() === '') return null;
  const expression = parseDependencies(text);
  if (expression === null)
    return refuse(
      `"${text}" is no dependency expression.`,
      undefined,
      'Write it like ([A]) and ([B] or [C]).',
      'badInput',
    );
  return mapDependency(expression, (name) => {
    const provider = sim.resourcesOf(role).find((resource) => foldName(resource.name) === foldName(name));
    if (provider === undefined)
      return refuse(`${role.name} has no resource ${name}.`, windowsErrors.resourceNotFound, undefined, 'notFound');
    if (self !== null && dependsOn(sim, provider, self))
      refuse(`${provider.name} depends on it itself.`, windowsErrors.circularDependency);
    return provider.id;
  });
}

function dependsOn(sim: Simulation, resource: ResourceState, id: string): boolean {
  return resource.id === id || providerIds(resource.dependsOn).some((other) => dependsOn(sim, sim.resource(other), id));
}

/** Commands that add, remove and set up single resources. */
export const resourcePolicyCommands: CommandHandlers<
  | 'resource.simulateFailure'
  | 'resource.remove'
  | 'resource.add'
  | 'resource.setDependency'
  | 'resource.setPossibleOwners'
  | 'resource.setPolicies'
> = {
  'resource.simulateFailure': (sim, input) => {
    const resource = findResource(sim, input.resource);
    requireStaying(sim);
    failResource(sim, resource, 'Its failure was simulated by an administrator.');
    return 'Failed as asked';
  },
  'resource.remove': (sim, input) => {
    const resource = findResource(sim, input.resource);
    const role = sim.role(resource.role);
    requireSettled(sim, role);
    removeResource(sim, role, resource);
    sim.soon({ type: 'room.check' });
    return 'Removed';
  },
  'resource.add': (sim, input) => {
    const role = findRole(sim, input.role);
    for (const { name } of sim.db.resources.values()) {
      if (foldName(name) === foldName(input.name))
        refuse(`There already is a resource ${name}.`, windowsErrors.alreadyExists);
    }
    const dependency = dependencyOf(sim, role, input.dependsOn ?? '', null);
    addResource(sim, role, { name: input.name, type: input.type, dependsOn: dependency });
    touchRole(sim, role);
    return 'Added; it is offline';
  },
  'resource.setDependency': (sim, input) => {
    const resource = findResource(sim, input.resource);
    const role = sim.role(resource.role);
    resource.dependsOn = dependencyOf(sim, role, input.dependsOn, resource.id);
    touchRole(sim, role);
    advanceRole(sim, role);
    return 'Set';
  },
  'resource.setPossibleOwners': (sim, input) => {
    const resource = findResource(sim, input.resource);
    resource.possibleOwners = input.nodes.map((name) => findNode(sim, name).id);
    sim.soon({ type: 'room.check' });
    touchRole(sim, sim.role(resource.role));
    announceRoom(sim);
    return 'Set';
  },
  'resource.setPolicies': (sim, input) => {
    const resource = findResource(sim, input.resource);
    Object.assign(resource.restart, input.restart ?? {});
    resource.pendingTimeout = input.pendingTimeout ?? resource.pendingTimeout;
    resource.looksAlive = input.looksAlive ?? resource.looksAlive;
    resource.isAlive = input.isAlive ?? resource.isAlive;
    if (resource.machine !== null) watchGuest(sim, sim.machine(resource.machine));
    sim.touch('resources', resource.id);
    return 'Set';
  },
};

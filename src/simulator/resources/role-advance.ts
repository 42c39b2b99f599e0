import { clusterError } from '#shared/model/cluster-error';
import { fail, succeed } from '../engine/operations';
import { windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { isAlive } from '../membership/alive';
import { dropPromise } from '../hyperv/machine-power';
import type { ResourceState } from '../state/resource-state';
import type { RoleState } from '../state/role-state';
import { isMet, providerIds } from './dependencies';
import { endFailbackWait } from './failback-wait';
import { setResourceState } from './resource-state-change';
import { finishMove } from './role-move-end';
import { beginOffline } from './resource-offline';
import { beginOnline } from './resource-online';
import { hasRoomFor, lackRoom, roleFits } from './room';
import { machinesOf, setOwner } from './role-ownership';
import { tellDrains } from '../membership/drain-news';
import { leaveStart } from './start-order';

/** Where a resource is meant to go now. */
export function goalOf(role: RoleState, resource: ResourceState): 'online' | 'offline' {
  const { transition } = role;
  if (transition?.kind === 'offline') return 'offline';
  if (transition?.kind === 'move' && transition.phase === 'offline') return 'offline';
  return resource.wanted ? 'online' : 'offline';
}

/**
 * Takes a role a step further: begins everything that can begin now, online in dependency order and offline in the reverse,
 * and ends what it was in the middle of when nothing is left to do.
 */
export function advanceRole(sim: Simulation, role: RoleState): void {
  if (role.waiting || ((role.preempted || role.exhausted) && role.transition === null)) return;
  if (role.owner === null || !sim.isMember(role.owner) || !isAlive(sim, role.owner) || role.transition?.kind === 'live')
    return;
  if (sim.db.shutdown !== null && role.transition === null) return;
  for (const resource of sim.resourcesOf(role)) advanceResource(sim, role, role.owner, resource);
  if (isPending(sim, role)) return;
  endResourceOperations(sim, role);
  settleRole(sim, role);
}

function advanceResource(sim: Simulation, role: RoleState, owner: string, resource: ResourceState): void {
  const goal = goalOf(role, resource);
  if (goal === 'offline') {
    const leaving = resource.state === 'Online' || resource.state === 'OnlinePending';
    if (leaving && mayGoOffline(sim, role, resource)) beginOffline(sim, resource);
    return;
  }
  if (resource.state !== 'Offline' || resource.timer !== null || !providersOnline(sim, resource)) return;
  if (
    resource.type === 'Virtual Machine' &&
    resource.machine !== null &&
    !hasRoomFor(sim, sim.machine(resource.machine), owner)
  ) {
    lackRoom(sim, role);
    return;
  }
  beginOnline(sim, resource, owner);
}

function providersOnline(sim: Simulation, resource: ResourceState): boolean {
  return isMet(resource.dependsOn, (id) => sim.resource(id).state === 'Online');
}

/** A provider goes offline after everything that depends on it; a dependent that has another provider of an `or` does not hold it. */
function mayGoOffline(sim: Simulation, role: RoleState, provider: ResourceState): boolean {
  return sim.resourcesOf(role).every((dependent) => {
    if (dependent.state === 'Offline' || dependent.state === 'Failed') return true;
    if (!providerIds(dependent.dependsOn).includes(provider.id)) return true;
    if (goalOf(role, dependent) === 'offline') return false;
    return isMet(dependent.dependsOn, (id) => id !== provider.id && sim.resource(id).state === 'Online');
  });
}

/** Whether something of a role is under way. */
export function isPending(sim: Simulation, role: RoleState): boolean {
  return sim
    .resourcesOf(role)
    .some(({ state, timer }) => state === 'OnlinePending' || state === 'OfflinePending' || timer !== null);
}

/** Nothing is under way any more: what was asked of single resources has happened, or cannot happen now. */
function endResourceOperations(sim: Simulation, role: RoleState): void {
  for (const resource of sim.resourcesOf(role)) {
    if (resource.operation === null) continue;
    const done = resource.state === (goalOf(role, resource) === 'online' ? 'Online' : 'Offline');
    const why = (role.lacking ? role.reason : resource.reason) ?? 'What it depends on is not online.';
    const code = role.lacking ? windowsErrors.noRoomToStart : windowsErrors.resourceFailed;
    if (done) succeed(sim, resource.operation, resource.state);
    else
      fail(
        sim,
        resource.operation,
        clusterError('refused', `${resource.name} could not be brought online. ${why}`, { code }),
      );
    resource.operation = null;
  }
}

/** Nothing is under way any more: the role has arrived, or cannot go further. */
function settleRole(sim: Simulation, role: RoleState): void {
  const { transition } = role;
  if (transition === null || transition.kind === 'live') return;
  if (transition.kind === 'offline') settleOffline(sim, role, transition.operation);
  else if (transition.kind === 'online') settleOnline(sim, role, transition.operation);
  else if (transition.phase === 'offline') {
    if (!sim.isMember(transition.to)) {
      const message = `${sim.node(transition.to).name} went down before ${role.name} could come online there.`;
      fail(sim, transition.operation, clusterError('refused', message, { code: windowsErrors.nodeDown }));
      role.transition = { kind: 'online', operation: null };
      advanceRole(sim, role);
      return;
    }
    if (transition.bringOnline)
      sim.log(1204, transition.from, roleReference(role), role.name, sim.node(transition.from).name);
    sim.log(
      1641,
      transition.from,
      roleReference(role),
      role.name,
      sim.node(transition.from).name,
      sim.node(transition.to).name,
    );
    setOwner(sim, role, transition.to);
    for (const resource of sim.resourcesOf(role))
      if (resource.state === 'Failed') setResourceState(sim, resource, 'Offline');
    transition.phase = 'online';
    if (transition.cause === 'failover' && transition.bringOnline && !roleFits(sim, role, transition.to))
      giveUpRoom(sim, role);
    else {
      if (transition.bringOnline) tellComingOnline(sim, role);
      advanceRole(sim, role);
    }
  } else {
    finishMove(sim, transition);
    settleOnline(sim, role, transition.operation, transition.bringOnline);
  }
}

/** After a failure a role without room where it went stays offline and is tried again when room appears. */
function giveUpRoom(sim: Simulation, role: RoleState): void {
  role.transition = null;
  leaveStart(sim, role);
  for (const machine of machinesOf(sim, role)) dropPromise(sim, machine);
  lackRoom(sim, role);
  sim.soon({ type: 'room.check' });
}

/** 1200, by the node on which a role begins to come online. */
export function tellComingOnline(sim: Simulation, role: RoleState): void {
  if (role.owner !== null) sim.log(1200, role.owner, roleReference(role), role.name, sim.node(role.owner).name);
}

/** The object that an event or operation about a role is about. */
export function roleReference(role: RoleState): {
  readonly kind: 'role';
  readonly name: string;
} {
  return { kind: 'role', name: role.name };
}

function settleOffline(sim: Simulation, role: RoleState, operation: string | null): void {
  tellDrains(sim);
  role.transition = null;
  leaveStart(sim, role);
  for (const machine of machinesOf(sim, role)) machine.offlineOnce = null;
  sim.touch('roles', role.id);
  const failed = sim.resourcesOf(role).filter((resource) => resource.state === 'Failed');
  const names = failed.map((resource) => resource.name).join(', ');
  if (role.owner !== null && failed.length > 0)
    sim.log(1205, role.owner, roleReference(role), role.name, `Failed: ${names}.`);
  else if (role.owner !== null) sim.log(1204, role.owner, roleReference(role), role.name, sim.node(role.owner).name);
  const error = `${role.name} could not be taken offline completely. Failed: ${names}.`;
  if (failed.length === 0) succeed(sim, operation, 'Offline');
  else fail(sim, operation, clusterError('refused', error, { code: windowsErrors.resourceFailed }));
}

function settleOnline(sim: Simulation, role: RoleState, operation: string | null, expected = true): void {
  role.transition = null;
  endFailbackWait(sim, role);
  leaveStart(sim, role);
  tellDrains(sim);
  for (const machine of machinesOf(sim, role)) dropPromise(sim, machine);
  sim.touch('roles', role.id);
  const missing = sim.resourcesOf(role).filter((resource) => resource.wanted && resource.state !== 'Online');
  if (!expected || missing.length === 0) {
    if (expected && role.owner !== null) {
      sim.log(1201, role.owner, roleReference(role), role.name, sim.node(role.owner).name);
      role.reason = null;
    }
    succeed(sim, operation, expected ? 'Online' : 'Done');
    return;
  }
  const names = missing.map((resource) => resource.name).join(', ');
  const reason = role.lacking ? (role.reason ?? '') : `Not online: ${names}.`;
  if (role.owner !== null) sim.log(1205, role.owner, roleReference(role), role.name, reason);
  const code = role.lacking ? windowsErrors.noRoomToStart : windowsErrors.resourceFailed;
  fail(
    sim,
    operation,
    clusterError('refused', `${role.name} could not be brought online completely. ${reason}`, { code }),
  );
}

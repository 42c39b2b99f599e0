import { clusterError } from '#shared/model/cluster-error';
import { fail } from '../engine/operations';
import { windowsErrors } from '../engine/refusal';
import { lookUp, type Simulation } from '../engine/simulation';
import { failMigration } from '../hyperv/live-migration';
import { isAlive } from '../membership/alive';
import { tellDrains } from '../membership/drain-news';
import { failWitness } from '../membership/witness-health';
import type { ResourceState } from '../state/resource-state';
import type { RoleState } from '../state/role-state';
import { diskReachable } from '../storage/disk-paths';
import { isMet } from './dependencies';
import { stayOffline } from './automatic-start';
import { nextAfterResourceFailure } from './placement';
import { terminate } from './resource-offline';
import { setResourceState } from './resource-state-change';
import { moveRole } from './role-actions';
import { touchRole } from './role-ownership';
import { startsByItself } from './start-order';
import { advanceRole, goalOf, roleReference } from './role-advance';

/**
 * A resource failed (1069): everything that depends on it stops, then its policy decides: restart on the same node
 * (`restartThreshold` times within `restartPeriod`, after `restartDelay`), then the role fails over.
 */
export function failResource(sim: Simulation, resource: ResourceState, reason: string): void {
  if (sim.db.quorum.witness?.resource === resource.id) {
    failWitness(sim, resource, reason);
    return;
  }
  const role = sim.role(resource.role);
  if (role.transition?.kind === 'live')
    failMigration(sim, lookUp(sim.state.migrations, role.transition.migration), reason);
  terminate(sim, resource, 'Failed');
  resource.reason = reason;
  const owner = role.owner;
  if (owner !== null) {
    const subject = { kind: 'resource', name: resource.name } as const;
    sim.log(1069, owner, subject, resource.name, resource.type, role.name, reason);
    sim.log(1635, owner, subject, resource.name, resource.type, role.name);
    if (resource.type === 'Virtual Machine' && resource.machine !== null) {
      const { name } = sim.machine(resource.machine);
      sim.log(21500, owner, { kind: 'virtualMachine', name }, name, reason);
    }
  }
  const error = clusterError('refused', `${resource.name} failed. ${reason}`, { code: windowsErrors.resourceFailed });
  fail(sim, resource.operation, error);
  resource.operation = null;
  stopDependents(sim, role);
  if (wasRestartedFor(sim, role, resource)) failRunningMove(sim, role, resource);
  if (goalOf(role, resource) === 'offline') advanceRole(sim, role);
  else if (mayRestart(sim, resource)) restartLater(sim, resource);
  else failOverOrStay(sim, role, resource);
}

/** What depends on a provider that is not online any more stops at once, also where it is going offline; it comes back with the provider. */
function stopDependents(sim: Simulation, role: RoleState): void {
  for (let stopped = true; stopped;) {
    stopped = false;
    for (const resource of sim.resourcesOf(role)) {
      if (resource.state === 'Offline' || resource.state === 'Failed') continue;
      if (isMet(resource.dependsOn, (id) => sim.resource(id).state === 'Online')) continue;
      terminate(sim, resource, 'Offline');
      stopped = true;
    }
  }
}

/**
 * A pending resource did not get ready in time: it has failed. One that does not even answer within its deadlock timeout (1230)
 * costs its resource host, which is started again (1146).
 */
export function onResourceLate(sim: Simulation, id: string, timeout: 'pending' | 'deadlock'): void {
  const resource = sim.db.resources.get(id);
  if (resource === undefined) return;
  resource.timer = null;
  const { owner } = sim.role(resource.role);
  if (owner === null || !isAlive(sim, owner)) return;
  const way = resource.state === 'OfflinePending' ? 'offline' : 'online';
  if (timeout === 'deadlock') {
    const subject = { kind: 'resource', name: resource.name } as const;
    sim.log(1230, owner, subject, resource.name, resource.type);
    sim.log(1146, owner, subject, resource.name);
  }
  failResource(sim, resource, `It did not go ${way} within its ${timeout} timeout.`);
}

function mayRestart(sim: Simulation, resource: ResourceState): boolean {
  if (hasNoPath(sim, resource)) return false;
  const { threshold, period } = resource.restart;
  resource.restarts = resource.restarts.filter((time) => time > sim.now - period);
  return resource.restarts.length < threshold;
}

/** A disk whose node has no path to it cannot be restarted there. */
function hasNoPath(sim: Simulation, resource: ResourceState): boolean {
  const { owner } = sim.role(resource.role);
  if (resource.disk === null || owner === null) return false;
  const disk = sim.disk(resource.disk);
  return disk.working && !diskReachable(sim, disk, owner);
}

/** It counts as pending while it waits for its restart, as in Windows. A drain need not wait for its role any more. */
function restartLater(sim: Simulation, resource: ResourceState): void {
  resource.restarts.push(sim.now);
  setResourceState(sim, resource, 'OnlinePending');
  resource.timer = sim.schedule(sim.now + resource.restart.delay, { type: 'resource.restart', resource: resource.id });
  tellDrains(sim);
}

/** The wait is over: it is tried again on the same node, with what depends on it. */
export function onResourceRestart(sim: Simulation, id: string): void {
  const resource = sim.db.resources.get(id);
  if (resource === undefined) return;
  resource.timer = null;
  const { owner } = sim.role(resource.role);
  if (owner === null || !isAlive(sim, owner)) return;
  resource.state = 'Offline';
  touchRole(sim, sim.role(resource.role));
  advanceRole(sim, sim.role(resource.role));
}

/**
 * More failovers than `failoverThreshold` within `failoverPeriod`: the role stays Failed (1254), and nothing of it stays online.
 * No node left: it stays as it is. Either way it is tried again after `retryPeriodOnFailure`.
 */
function failOverOrStay(sim: Simulation, role: RoleState, resource: ResourceState): void {
  if (role.owner !== null)
    sim.log(1638, role.owner, { kind: 'resource', name: resource.name }, resource.name, role.name);
  role.failovers = role.failovers.filter((time) => time > sim.now - role.failover.period);
  const threshold = role.failover.threshold ?? sim.db.settings.failoverThreshold;
  const exceeded = role.failovers.length >= threshold;
  const to = exceeded ? undefined : nextAfterResourceFailure(sim, role);
  if (to !== undefined) {
    role.failovers.push(sim.now);
    failRunningMove(sim, role, resource);
    if (!startsByItself(sim, role)) stayOffline(sim, role);
    moveRole(sim, role, to, { cause: 'failover', operation: null });
    return;
  }
  if (exceeded && role.owner !== null) sim.log(1254, role.owner, roleReference(role), role.name, threshold);
  role.reason = exceeded ? 'It failed over more often than its threshold allows.' : resource.reason;
  role.exhausted = exceeded;
  sim.cancel(role.retry);
  role.retry = sim.schedule(sim.now + resource.restart.retryAfter, { type: 'role.retry', role: role.id });
  if (exceeded) {
    failRunningMove(sim, role, resource);
    role.transition = { kind: 'offline', operation: null };
  } else if (role.transition === null) role.transition = { kind: 'online', operation: null };
  advanceRole(sim, role);
}

/** Whether a resource was restarted already since the command began that waits for its role: that waits for one restart, not for ever. */
function wasRestartedFor(sim: Simulation, role: RoleState, resource: ResourceState): boolean {
  const operation = sim.state.operations.get(role.transition?.operation ?? '');
  return operation !== undefined && resource.restarts.some((time) => time >= operation.startedAt);
}

/** A command that brought the role here did not succeed: the role goes on to another node. */
function failRunningMove(sim: Simulation, role: RoleState, resource: ResourceState): void {
  const operation = role.transition?.operation ?? null;
  const message = `${resource.name} could not be brought online. ${resource.reason ?? ''}`;
  fail(sim, operation, clusterError('refused', message, { code: windowsErrors.resourceFailed }));
}

/** `retryPeriodOnFailure` is over: the role is tried again where it is. */
export function onRoleRetry(sim: Simulation, id: string): void {
  const role = sim.db.roles.get(id);
  if (role === undefined) return;
  role.retry = null;
  if (role.transition !== null || !role.online || role.owner === null || !isAlive(sim, role.owner)) return;
  role.exhausted = false;
  for (const resource of sim.resourcesOf(role))
    if (resource.state === 'Failed') setResourceState(sim, resource, 'Offline');
  role.transition = { kind: 'online', operation: null };
  advanceRole(sim, role);
}

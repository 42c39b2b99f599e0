import { clusterError } from '#shared/model/cluster-error';
import { cancelOperation, fail } from '../engine/operations';
import { windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { dropPromise } from '../hyperv/machine-power';
import type { MoveCause, RoleState } from '../state/role-state';
import { promiseRoom } from './promised-room';
import { terminate } from './resource-offline';
import { setResourceState } from './resource-state-change';
import { advanceRole, roleReference, tellComingOnline } from './role-advance';
import { machinesOf, touchRole } from './role-ownership';
import { forgetLack } from './room';
import { tellDrains } from '../membership/drain-news';
import { leaveStart } from './start-order';

/** Failed resources may be tried again: they count as offline, and their restarts are forgotten. */
export function resetFailed(sim: Simulation, role: RoleState): void {
  sim.cancel(role.retry);
  role.retry = null;
  role.exhausted = false;
  for (const resource of sim.resourcesOf(role)) {
    if (resource.state !== 'Failed') continue;
    resource.reason = null;
    setResourceState(sim, resource, 'Offline');
  }
}

/** A command that turns a role round ends the one that is under way. */
export function supersede(sim: Simulation, role: RoleState): void {
  cancelOperation(sim, role.transition?.operation ?? null, 'Superseded by another command');
}

/** Brings every resource of a role online, in dependency order. */
export function bringOnline(sim: Simulation, role: RoleState, operation: string | null): void {
  supersede(sim, role);
  resetFailed(sim, role);
  forgetLack(sim, role);
  leaveStart(sim, role);
  role.online = true;
  role.preempted = false;
  role.reason = null;
  for (const resource of sim.resourcesOf(role)) resource.wanted = true;
  role.transition = { kind: 'online', operation };
  tellComingOnline(sim, role);
  touchRole(sim, role);
  advanceRole(sim, role);
}

/** Takes every resource of a role offline, in reverse dependency order; it stays so. */
export function takeOffline(sim: Simulation, role: RoleState, operation: string | null): void {
  supersede(sim, role);
  resetFailed(sim, role);
  forgetLack(sim, role);
  leaveStart(sim, role);
  role.online = false;
  role.preempted = false;
  role.reason = null;
  for (const resource of sim.resourcesOf(role)) resource.wanted = false;
  role.transition = { kind: 'offline', operation };
  if (role.owner !== null) sim.log(1203, role.owner, roleReference(role), role.name, sim.node(role.owner).name);
  touchRole(sim, role);
  advanceRole(sim, role);
}

/** Moves a role: offline here, the owner changes, online there. One that is offline only changes its owner. */
export function moveRole(
  sim: Simulation,
  role: RoleState,
  to: string,
  how: { readonly cause: MoveCause; readonly operation: string | null; readonly migration?: string },
): void {
  const from = role.owner ?? to;
  role.exhausted = false;
  forgetLack(sim, role);
  const bringsOnline = sim.resourcesOf(role).some((resource) => resource.wanted);
  role.transition = {
    ...{ kind: 'move', cause: how.cause, from, to, operation: how.operation, migration: how.migration ?? null },
    phase: 'offline',
    bringOnline: bringsOnline,
  };
  promiseRoom(sim, role, to);
  if (how.cause === 'failover')
    sim.log(1153, to, roleReference(role), role.name, sim.node(from).name, sim.node(to).name);
  if (bringsOnline) sim.log(1203, from, roleReference(role), role.name, sim.node(from).name);
  touchRole(sim, role);
  advanceRole(sim, role);
}

/** What a role was in the middle of cannot be ended any more. */
export function abandonTransition(sim: Simulation, role: RoleState): void {
  const { transition } = role;
  role.transition = null;
  role.exhausted = false;
  leaveStart(sim, role);
  tellDrains(sim);
  for (const machine of machinesOf(sim, role)) dropPromise(sim, machine);
  if (transition === null || transition.operation === null) return;
  const message = `${role.name} lost its node in the middle of it.`;
  fail(sim, transition.operation, clusterError('refused', message, { code: windowsErrors.nodeDown }));
}

/** Everything of a role stops at once, without the time that it takes to go offline. */
export function stopEverything(sim: Simulation, role: RoleState): void {
  for (const resource of sim.resourcesOf(role)) {
    terminate(sim, resource, 'Offline');
    const error = clusterError('refused', `${resource.name} lost its node.`, { code: windowsErrors.nodeDown });
    if (resource.operation !== null) fail(sim, resource.operation, error);
    resource.operation = null;
  }
  touchRole(sim, role);
}

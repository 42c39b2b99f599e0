import type { Simulation } from '../engine/simulation';
import { dropPromise } from '../hyperv/machine-power';
import { tellDrains } from '../membership/drain-news';
import type { RoleState } from '../state/role-state';
import { mustLeaveRoom, preemptable } from './preemption';
import { advanceRole, roleReference } from './role-advance';
import { machinesOf } from './role-ownership';
import { lackRoom, roleFits } from './room';
import { startInTurn } from './start-in-turn';
import { startsByItself } from './start-order';

/** noAutoStart: the role is not meant to be online any more, until somebody starts it. */
export function stayOffline(sim: Simulation, role: RoleState): void {
  role.online = false;
  role.reason = 'It is not started automatically.';
  for (const resource of sim.resourcesOf(role)) resource.wanted = false;
  sim.touch('roles', role.id);
}

/**
 * The cluster starts a role by itself on its owner, in the way of its transition, which must be set: it waits for its turn, stays
 * offline when it lacks room, or, with noAutoStart, stays offline anyway.
 */
export function startByItself(sim: Simulation, role: RoleState): void {
  tellDrains(sim);
  if (!startsByItself(sim, role)) {
    role.transition = null;
    stayOffline(sim, role);
  } else if (role.owner !== null && !roleFits(sim, role, role.owner)) {
    role.transition = null;
    lackRoom(sim, role);
    makeRoom(sim, role);
  } else if (role.owner !== null && machinesOf(sim, role).length > 0 && mustLeaveRoom(sim, role, role.owner)) {
    role.transition = null;
    for (const machine of machinesOf(sim, role)) dropPromise(sim, machine);
    lackRoom(sim, role);
    role.reason = `Room on ${sim.node(role.owner).name} is being made for a role of higher priority.`;
  } else startInTurn(sim, role);
}

/** Low roles are shut down on the owner of a role that lacks room there, where that gives it room. */
export function makeRoom(sim: Simulation, role: RoleState): void {
  if (role.owner === null) return;
  for (const low of preemptable(sim, role, role.owner)) shutDownFor(sim, low, role);
}

/** A low role is shut down to make room for a higher one (1251). It is tried again when room appears. */
function shutDownFor(sim: Simulation, low: RoleState, role: RoleState): void {
  if (low.owner !== null) sim.log(1251, low.owner, roleReference(low), low.name, role.name);
  low.preempted = true;
  low.reason = `It was shut down to make room for ${role.name}.`;
  sim.db.lacking.add(low.id);
  for (const machine of machinesOf(sim, low)) machine.offlineOnce = 'shutdown';
  low.transition = { kind: 'offline', operation: null };
  sim.touch('roles', low.id);
  advanceRole(sim, low);
}

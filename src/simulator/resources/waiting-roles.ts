import type { Simulation } from '../engine/simulation';
import { closedToRoles } from '../membership/node-records';
import { roleRestoreObstacle } from '../hyperv/processor-fit';
import type { RoleState } from '../state/role-state';
import { makeRoom, startByItself } from './automatic-start';
import { isMakingRoom } from './preemption';
import { nextAfterNodeLoss, withoutAffine, nodeList, possibleOwnersOf } from './placement';
import { abandonTransition, moveRole, resetFailed, stopEverything } from './role-actions';
import { promiseRoom } from './promised-room';
import { failOverFromLostNode } from './role-failover';
import { forgetLack, roleFits } from './room';

/** No node can take a role now: it stays offline and is tried again when a node or room appears. */
export function waitForNode(sim: Simulation, role: RoleState): void {
  abandonTransition(sim, role);
  resetFailed(sim, role);
  stopEverything(sim, role);
  role.reason = 'No node can host it now.';
  sim.db.lacking.add(role.id);
}

/**
 * Room or a node appeared: roles that wait are tried again, high priority first. On a node where room is being made for one,
 * lower ones wait on.
 */
export function onRoomCheck(sim: Simulation): void {
  const waiting = [...sim.db.lacking].flatMap((id) => sim.db.roles.get(id) ?? []);
  const kept = new Set<string>();
  for (const role of waiting.sort((a, b) => b.priority - a.priority)) {
    tryAgain(sim, role, (node) => !kept.has(node));
    if (!role.lacking || role.owner === null) continue;
    if (!isMakingRoom(sim, role.owner)) makeRoom(sim, role);
    if (isMakingRoom(sim, role.owner)) kept.add(role.owner);
  }
}

function tryAgain(sim: Simulation, role: RoleState, isFree: (node: string) => boolean): void {
  if (!role.online) {
    forgetWaiting(sim, role);
    return;
  }
  if (role.transition !== null) return;
  const { owner } = role;
  if (owner === null || !sim.isMember(owner)) {
    const to = nextAfterNodeLoss(sim, role);
    if (to === undefined) return;
    forgetWaiting(sim, role);
    failOverFromLostNode(sim, role, to);
    return;
  }
  if (isFree(owner) && closedToRoles(sim, owner) === null && roleFits(sim, role, owner)) {
    forgetWaiting(sim, role);
    resetFailed(sim, role);
    promiseRoom(sim, role, owner);
    role.transition = { kind: 'online', operation: null };
    startByItself(sim, role);
    return;
  }
  const to = roomyNode(sim, role, isFree);
  if (to === undefined) return;
  forgetWaiting(sim, role);
  moveRole(sim, role, to, { cause: 'failover', operation: null });
}

function roomyNode(sim: Simulation, role: RoleState, isFree: (node: string) => boolean): string | undefined {
  const possible = possibleOwnersOf(sim, role);
  const fitting = nodeList(sim, role).filter(
    (node) =>
      node !== role.owner &&
      isFree(node) &&
      sim.isMember(node) &&
      closedToRoles(sim, node) === null &&
      possible.includes(node) &&
      roleFits(sim, role, node) &&
      roleRestoreObstacle(sim, role, node) === null,
  );
  return withoutAffine(sim, role, fitting)[0];
}

function forgetWaiting(sim: Simulation, role: RoleState): void {
  sim.db.lacking.delete(role.id);
  forgetLack(sim, role);
  role.preempted = false;
  role.reason = null;
  sim.touch('roles', role.id);
}

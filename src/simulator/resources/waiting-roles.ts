import type { Simulation } from '../engine/simulation';
import type { RoleState } from '../state/role-state';
import { nextAfterNodeLoss, withoutAffine, nodeList, possibleOwnersOf } from './placement';
import { abandonTransition, failOverFromLostNode, moveRole, resetFailed, stopEverything } from './role-actions';
import { advanceRole } from './role-advance';
import { forgetLack, roleFits } from './room';

/** No node can take a role now: it stays offline and is tried again when a node or room appears. */
export function waitForNode(sim: Simulation, role: RoleState): void {
  abandonTransition(sim, role);
  stopEverything(sim, role);
  role.reason = 'No node can host it now.';
  sim.db.lacking.add(role.id);
}

/** Room or a node appeared: roles that wait are tried again, high priority first. */
export function onRoomCheck(sim: Simulation): void {
  const waiting = [...sim.db.lacking].flatMap((id) => sim.db.roles.get(id) ?? []);
  for (const role of waiting.sort((a, b) => b.priority - a.priority)) tryAgain(sim, role);
}

function tryAgain(sim: Simulation, role: RoleState): void {
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
  if (roleFits(sim, role, owner)) {
    forgetWaiting(sim, role);
    resetFailed(sim, role);
    role.transition = { kind: 'online', operation: null };
    advanceRole(sim, role);
    return;
  }
  const to = roomyNode(sim, role);
  if (to === undefined) return;
  forgetWaiting(sim, role);
  moveRole(sim, role, to, { cause: 'failover', operation: null });
}

function roomyNode(sim: Simulation, role: RoleState): string | undefined {
  const possible = possibleOwnersOf(sim, role);
  const fitting = nodeList(sim, role).filter(
    (node) => sim.isMember(node) && !sim.record(node).paused && possible.includes(node) && roleFits(sim, role, node),
  );
  return withoutAffine(sim, role, fitting)[0];
}

function forgetWaiting(sim: Simulation, role: RoleState): void {
  sim.db.lacking.delete(role.id);
  forgetLack(sim, role);
  role.reason = null;
  sim.touch('roles', role.id);
}

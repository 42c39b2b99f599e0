import type { Simulation } from '../engine/simulation';
import { nextAfterNodeLoss } from '../resources/placement';
import { failOverFromLostNode } from '../resources/role-failover';
import { isPending } from '../resources/role-advance';
import { byPriority } from '../resources/role-priority';
import { hasMachines } from '../resources/role-ownership';
import { waitForNode } from '../resources/waiting-roles';
import type { RoleState } from '../state/role-state';

/** Whether a role is offline and nothing of it is under way. */
function isAtRest(sim: Simulation, role: RoleState): boolean {
  return !role.online && role.transition === null && !isPending(sim, role);
}

/**
 * What ran on lost nodes comes online elsewhere, at once, but for the machines of isolated nodes. One that was not running there,
 * because it was on its way, is not held: nobody has it.
 */
export function failOverRolesOf(sim: Simulation, lost: readonly string[]): void {
  if (sim.db.shutdown !== null) sim.soon({ type: 'shutdown.check' });
  const gone = new Set(lost);
  const roles = [...sim.db.roles.values()].filter(({ owner }) => owner !== null && gone.has(owner));
  for (const role of byPriority(roles)) {
    const isolated = role.owner !== null && sim.record(role.owner).isolation !== null;
    if (isolated && hasMachines(role) && (role.unmonitored || isAtRest(sim, role))) continue;
    const to = nextAfterNodeLoss(sim, role);
    if (to === undefined) waitForNode(sim, role);
    else failOverFromLostNode(sim, role, to);
  }
}

import type { Simulation } from '../engine/simulation';
import { nextAfterNodeLoss } from '../resources/placement';
import { failOverFromLostNode } from '../resources/role-failover';
import { byPriority } from '../resources/role-priority';
import { hasMachines } from '../resources/role-ownership';
import { waitForNode } from '../resources/waiting-roles';

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
    if (isolated && hasMachines(role) && (role.unmonitored || !role.online)) continue;
    const to = nextAfterNodeLoss(sim, role);
    if (to === undefined) waitForNode(sim, role);
    else failOverFromLostNode(sim, role, to);
  }
}

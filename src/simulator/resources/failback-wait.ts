import type { Simulation } from '../engine/simulation';
import type { RoleState } from '../state/role-state';

/** A role stands still: a failback that had to wait for that comes now. */
export function endFailbackWait(sim: Simulation, role: RoleState): void {
  if (!role.failbackWaits) return;
  role.failbackWaits = false;
  sim.cancel(role.failbackDue);
  role.failbackDue = sim.soon({ type: 'role.failback', role: role.id });
}

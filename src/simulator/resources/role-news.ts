import type { Simulation } from '../engine/simulation';
import type { RoleState } from '../state/role-state';
import { roleCondition } from './role-condition';
import { roleReference } from './role-advance';

/** Roles that went from one lasting state to another say so (1674), as their owner logs it. Pending is on the way, no state that lasts. */
export function tellRoleStates(sim: Simulation): void {
  for (const id of sim.restless) {
    for (const database of sim.state.databases.values()) {
      const role = database.roles.get(id);
      if (role !== undefined) sim.within(database, () => tellRoleState(sim, role));
    }
  }
  sim.restless.clear();
}

function tellRoleState(sim: Simulation, role: RoleState): void {
  const now = sim.running ? roleCondition(sim, role) : 'Offline';
  const before = role.told;
  if (now === 'Pending' || now === before) return;
  role.told = now;
  const node = role.owner !== null && sim.isMember(role.owner) ? role.owner : sim.db.members[0];
  if (node !== undefined) sim.log(1674, node, roleReference(role), role.name, before, now);
}

/** Takes the states of all roles as told: a cluster starts settled, without an event. */
export function knowRoleStates(sim: Simulation): void {
  for (const role of sim.db.roles.values()) if (sim.running) role.told = roleCondition(sim, role);
  sim.restless.clear();
}

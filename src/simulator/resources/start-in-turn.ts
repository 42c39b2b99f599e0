import type { Simulation } from '../engine/simulation';
import type { RoleState } from '../state/role-state';
import { advanceRole, roleReference, tellComingOnline } from './role-advance';
import { enterStart, mustWait } from './start-order';

/**
 * The cluster starts a role by itself, high before medium before low: a lower one waits (1640) until the higher ones that are
 * being started are online or cannot come online. Its transition must be set.
 */
export function startInTurn(sim: Simulation, role: RoleState): void {
  role.preempted = false;
  enterStart(sim, role);
  role.waiting = mustWait(sim, role);
  if (role.waiting && role.owner !== null) sim.log(1640, role.owner, roleReference(role), role.name);
  if (!role.waiting) tellComingOnline(sim, role);
  advanceRole(sim, role);
}

/** The last role of a priority is started: those of the next lower one that wait begin. */
export function onStartCheck(sim: Simulation): void {
  const next = Math.max(...sim.db.starting.keys());
  for (const id of [...(sim.db.starting.get(next) ?? [])]) {
    const role = sim.db.roles.get(id);
    if (role === undefined || !role.waiting) continue;
    role.waiting = false;
    sim.touch('roles', id);
    tellComingOnline(sim, role);
    advanceRole(sim, role);
  }
}

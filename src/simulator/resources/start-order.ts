import { isAtLeast } from '#shared/model/release';
import type { Simulation } from '../engine/simulation';
import type { RoleState } from '../state/role-state';

/** Whether roles have priorities in this release: 2012 and later. */
export function hasPriorities(sim: Simulation): boolean {
  return isAtLeast(sim.state.release, '2012');
}

/** Whether the cluster starts a role by itself. */
export function startsByItself(sim: Simulation, role: RoleState): boolean {
  return role.priority > 0 || !hasPriorities(sim);
}

/** A role is among those that the cluster is starting by itself: lower ones wait for it. */
export function enterStart(sim: Simulation, role: RoleState): void {
  if (!hasPriorities(sim) || role.groupType === 'Cluster' || role.groupType === 'AvailableStorage') return;
  const { starting } = sim.db;
  const same = starting.get(role.priority);
  if (same === undefined) starting.set(role.priority, new Set([role.id]));
  else same.add(role.id);
}

/** The start of a role is over, whether it came online or not: when it was the last of its priority, the next lower ones start. */
export function leaveStart(sim: Simulation, role: RoleState): void {
  role.waiting = false;
  const same = sim.db.starting.get(role.priority);
  if (same === undefined || !same.delete(role.id) || same.size > 0) return;
  sim.db.starting.delete(role.priority);
  if (sim.db.starting.size > 0) sim.soon({ type: 'start.check' });
}

/** A role gets another priority, also while it is being started: from now on it is waited for, or waits, by the new one. */
export function changePriority(sim: Simulation, role: RoleState, priority: number): void {
  const { starting } = sim.db;
  const same = starting.get(role.priority);
  const isStarting = same?.delete(role.id) === true;
  if (same?.size === 0) starting.delete(role.priority);
  role.priority = priority;
  if (!isStarting) return;
  enterStart(sim, role);
  sim.soon({ type: 'start.check' });
}

/** Whether a role of higher priority is still being started. */
export function mustWait(sim: Simulation, role: RoleState): boolean {
  if (sim.db.starting.get(role.priority)?.has(role.id) !== true) return false;
  return [...sim.db.starting.keys()].some((priority) => priority > role.priority);
}

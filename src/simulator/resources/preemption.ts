import type { Simulation } from '../engine/simulation';
import type { RoleState } from '../state/role-state';
import { priorities } from './role-priority';
import { machinesOf } from './role-ownership';
import { freeMemory, memoryNeeded } from './room';
import { hasPriorities } from './start-order';

/** Low roles with machines that run on a node and are in the middle of nothing. */
function lowRolesOn(sim: Simulation, node: string): readonly RoleState[] {
  const found = new Set<RoleState>();
  for (const { role: id } of sim.index.machinesOn(node)) {
    const role = id === null ? undefined : sim.db.roles.get(id);
    if (
      role?.owner === node &&
      role.priority === priorities.low &&
      role.online &&
      role.transition === null &&
      !role.unmonitored
    )
      found.add(role);
  }
  return [...found];
}

function memoryHeld(sim: Simulation, role: RoleState, node: string): number {
  return machinesOf(sim, role).reduce((sum, { memory, memoryOn }) => sum + (memoryOn === node ? memory : 0), 0);
}

/**
 * The low roles that have to be shut down on a node so that a role of higher priority fits there: the smallest that alone is
 * enough, or else the largest first. Empty when that would not help, or none is needed.
 */
export function preemptable(sim: Simulation, role: RoleState, node: string): readonly RoleState[] {
  if (!hasPriorities(sim) || role.priority <= priorities.low) return [];
  let missing = memoryNeeded(sim, role, node) - freeMemory(sim, node);
  const held = lowRolesOn(sim, node)
    .map((low) => ({ low, memory: memoryHeld(sim, low, node) }))
    .filter(({ memory }) => memory > 0)
    .sort((a, b) => b.memory - a.memory);
  const alone = held.filter(({ memory }) => memory >= missing).at(-1);
  if (alone !== undefined) return [alone.low];
  const victims: RoleState[] = [];
  for (const { low, memory } of held) {
    if (missing <= 0) break;
    victims.push(low);
    missing -= memory;
  }
  return missing > 0 ? [] : victims;
}

/** Whether a role is being shut down on a node for one of higher priority. */
export function isMakingRoom(sim: Simulation, node: string): boolean {
  for (const id of sim.db.lacking) {
    const role = sim.db.roles.get(id);
    if (role?.preempted === true && role.transition?.kind === 'offline' && role.owner === node) return true;
  }
  return false;
}

/** Whether a role that lacks room on a node, and for which it is being made there, comes before another one. */
export function mustLeaveRoom(sim: Simulation, role: RoleState, node: string): boolean {
  if (!isMakingRoom(sim, node)) return false;
  for (const id of sim.db.lacking) {
    const other = sim.db.roles.get(id);
    if (other?.lacking === true && other.owner === node && other.priority > role.priority) return true;
  }
  return false;
}

import type { Simulation } from '../engine/simulation';
import { isAlive } from '../membership/alive';
import type { RoleState } from '../state/role-state';
import { moveObstacle } from './placement';
import { moveByCluster } from '../hyperv/cluster-moves';

const hour = 3_600_000;

/** How long until the hours of a failback window begin; 0 inside them. The scenario starts at 00:00. */
export function untilWindow(now: number, from: number, to: number): number {
  const at = (now % (24 * hour)) / hour;
  const inside = from <= to ? at >= from && at < to : at >= from || at < to;
  if (inside) return 0;
  return Math.round(((from - at + 24) % 24) * hour);
}

/** Failback is allowed and the node stands before the present owner in the preferred owners. */
function wantsBack(role: RoleState, node: string): boolean {
  if (role.failback.kind === 'prevent' || role.owner === node) return false;
  const place = role.preferredOwners.indexOf(node);
  const present = role.owner === null ? -1 : role.preferredOwners.indexOf(role.owner);
  return place >= 0 && (present < 0 || place < present);
}

/** A node joined: roles that prefer it fail back, at once or within their window of hours. */
export function failBackTo(sim: Simulation, node: string): void {
  for (const role of sim.db.roles.values()) {
    if (!wantsBack(role, node)) continue;
    sim.cancel(role.failbackDue);
    const wait = role.failback.kind === 'window' ? untilWindow(sim.now, role.failback.from, role.failback.to) : 0;
    role.failbackDue = sim.schedule(sim.now + wait, { type: 'role.failback', role: role.id });
  }
}

/** It is time for a role to go back to the most preferred owner that can take it. */
export function onRoleFailback(sim: Simulation, id: string): void {
  const role = sim.db.roles.get(id);
  if (role === undefined) return;
  role.failbackDue = null;
  role.failbackWaits = role.transition !== null && role.owner !== null;
  if (role.transition !== null || role.owner === null || !isAlive(sim, role.owner)) return;
  const to = role.preferredOwners.find((node) => wantsBack(role, node) && moveObstacle(sim, role, node) === null);
  if (to !== undefined) moveByCluster(sim, role, to, { cause: 'failback', parent: null });
}

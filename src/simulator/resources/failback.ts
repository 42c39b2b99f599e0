import type { Simulation } from '../engine/simulation';
import { isAlive } from '../membership/alive';
import type { RoleState } from '../state/role-state';
import { movesStorage } from '../hyperv/storage-migration';
import { clusterMoveObstacle, moveByCluster } from '../hyperv/cluster-moves';

const hour = 3_600_000;
const day = 24 * hour;

/** How long until the hours of a failback window begin; 0 inside them. The scenario starts at 00:00. */
export function untilWindow(now: number, from: number, to: number): number {
  const at = (now % day) / hour;
  const inside = from <= to ? at >= from && at < to : at >= from || at < to;
  return inside ? 0 : untilNextWindow(now, from);
}

/** How long until the hours of a failback window begin the next time. */
function untilNextWindow(now: number, from: number): number {
  const since = (((now - from * hour) % day) + day) % day;
  return day - since;
}

/** Failback is allowed and the node stands before the present owner in the preferred owners. */
function wantsBack(role: RoleState, node: string): boolean {
  if (role.failback.kind === 'prevent' || role.owner === node) return false;
  const place = role.preferredOwners.indexOf(node);
  const present = role.owner === null ? -1 : role.preferredOwners.indexOf(role.owner);
  return place >= 0 && (present < 0 || place < present);
}

/** A failback is due after so many milliseconds. */
function failBackAfter(sim: Simulation, role: RoleState, wait: number): void {
  sim.cancel(role.failbackDue);
  role.failbackDue = sim.schedule(sim.now + wait, { type: 'role.failback', role: role.id });
}

/** How long until a role may fail back; 0: now. */
function untilAllowed(sim: Simulation, { failback }: RoleState): number {
  return failback.kind === 'window' ? untilWindow(sim.now, failback.from, failback.to) : 0;
}

/** A node joined: roles that prefer it fail back, at once or within their window of hours. */
export function failBackTo(sim: Simulation, node: string): void {
  for (const role of sim.db.roles.values())
    if (wantsBack(role, node)) failBackAfter(sim, role, untilAllowed(sim, role));
}

/** No preferred owner could take it in this window. When one of them is a member that may take it in the next, it waits for that. */
function waitForNextWindow(sim: Simulation, role: RoleState): void {
  if (role.failback.kind !== 'window') return;
  if (!role.preferredOwners.some((node) => wantsBack(role, node) && sim.isMember(node))) return;
  failBackAfter(sim, role, untilNextWindow(sim.now, role.failback.from));
}

/** It is time for a role to go back to the most preferred owner that can take it. */
export function onRoleFailback(sim: Simulation, id: string): void {
  const role = sim.db.roles.get(id);
  if (role === undefined) return;
  role.failbackDue = null;
  role.failbackWaits = false;
  const wait = untilAllowed(sim, role);
  if (wait > 0) {
    failBackAfter(sim, role, wait);
    return;
  }
  const onItsWay = role.transition !== null || movesStorage(sim, role);
  role.failbackWaits = onItsWay && role.owner !== null;
  if (onItsWay) return;
  const to = role.preferredOwners.find(
    (node) => wantsBack(role, node) && clusterMoveObstacle(sim, role, node) === null,
  );
  if (to === undefined || role.owner === null || !isAlive(sim, role.owner)) waitForNextWindow(sim, role);
  else moveByCluster(sim, role, to, { cause: 'failback', parent: null });
}

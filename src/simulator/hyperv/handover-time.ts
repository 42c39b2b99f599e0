import type { Simulation } from '../engine/simulation';
import type { RoleState } from '../state/role-state';

/** A shared volume needs no handover; the disks of a role of its own go offline and online during the suspension, side by side. */
export function handoverTime(sim: Simulation, role: RoleState): number {
  const disks = sim.resourcesOf(role).filter((resource) => resource.disk !== null);
  const longest = (times: readonly number[]): number => Math.max(0, ...times);
  return longest(disks.map((disk) => disk.offlineTime)) + longest(disks.map((disk) => disk.onlineTime));
}

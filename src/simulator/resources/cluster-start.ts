import type { Simulation } from '../engine/simulation';
import { mountOn, nextCoordinator } from '../storage/volume-coordinator';
import { startByItself } from './automatic-start';
import { nextAfterNodeLoss } from './placement';
import { byPriority } from './role-priority';
import { advanceRole } from './role-advance';
import { setOwner, touchRole } from './role-ownership';

/** The cluster formed: shared volumes are mounted and every role that is meant to be online comes online, by priority. */
export function bringRolesUp(sim: Simulation): void {
  for (const volume of sim.db.volumes.values()) {
    const stays = volume.coordinator !== null && sim.isMember(volume.coordinator);
    const node = stays ? volume.coordinator : nextCoordinator(sim, volume, null);
    if (node !== null && node !== undefined) mountOn(sim, volume, node);
    else volume.state = 'Failed';
  }
  for (const role of byPriority([...sim.db.roles.values()])) {
    if (role.owner === null || !sim.isMember(role.owner)) {
      const to = nextAfterNodeLoss(sim, role);
      if (to === undefined) {
        sim.db.lacking.add(role.id);
        continue;
      }
      setOwner(sim, role, to);
    }
    touchRole(sim, role);
    if (!role.online || role.resources.length === 0) continue;
    role.transition = { kind: 'online', operation: null };
    if (role.groupType === 'Cluster' || role.groupType === 'AvailableStorage') advanceRole(sim, role);
    else startByItself(sim, role);
  }
}

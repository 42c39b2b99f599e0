import type { RoleState as RoleCondition } from '#shared/model/role';
import type { Simulation } from '../engine/simulation';
import type { RoleState } from '../state/role-state';

/**
 * The state of a role: Pending while any resource is pending or the role moves; Online when all resources are; Offline when
 * all are (or there are none); Failed when one failed and none is online; PartialOnline otherwise.
 */
export function roleCondition(sim: Simulation, role: RoleState): RoleCondition {
  if (role.transition !== null && (role.transition.kind === 'live' || role.transition.kind === 'move'))
    return 'Pending';
  let [online, failed, offline] = [0, 0, 0];
  for (const id of role.resources) {
    const { state } = sim.resource(id);
    if (state === 'OnlinePending' || state === 'OfflinePending') return 'Pending';
    if (state === 'Online') online += 1;
    else if (state === 'Failed') failed += 1;
    else offline += 1;
  }
  if (online === 0 && failed === 0) return role.transition === null || offline === 0 ? 'Offline' : 'Pending';
  if (online === role.resources.length) return 'Online';
  return failed > 0 && online === 0 ? 'Failed' : 'PartialOnline';
}

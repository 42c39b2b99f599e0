import type { Simulation } from '../engine/simulation';
import type { RoleState } from '../state/role-state';
import { startByItself } from './automatic-start';
import { promiseRoom } from './promised-room';
import { abandonTransition, stopEverything } from './role-actions';
import { roleReference } from './role-advance';
import { setOwner } from './role-ownership';
import { forgetLack } from './room';
import { startsByItself } from './start-order';

/** The role's owner is gone: everything on it has stopped, and the role comes online on another node at once. */
export function failOverFromLostNode(sim: Simulation, role: RoleState, to: string): void {
  const from = role.owner ?? to;
  abandonTransition(sim, role);
  stopEverything(sim, role);
  forgetLack(sim, role);
  sim.log(1153, to, roleReference(role), role.name, sim.node(from).name, sim.node(to).name);
  setOwner(sim, role, to);
  if (!role.online || role.resources.length === 0 || sim.db.shutdown !== null) return;
  if (startsByItself(sim, role)) promiseRoom(sim, role, to);
  role.transition = {
    ...{ kind: 'move', cause: 'failover', from, to, operation: null, migration: null, phase: 'online' },
    bringOnline: true,
  };
  startByItself(sim, role);
}

import { isAtLeast } from '#shared/model/release';
import type { Simulation } from '../engine/simulation';
import { checkAfter, guestIsLost } from '../hyperv/guest-watch';
import { isAlive } from '../membership/alive';
import type { ResourceState } from '../state/resource-state';
import { failResource } from './resource-failure';

/** isAlive finds a guest without heartbeat: its machine has failed (1250, 1069). While it is on its way the next one decides. */
export function onGuestCheck(sim: Simulation, id: string): void {
  const resource = sim.db.resources.get(id);
  if (resource === undefined || resource.machine === null) return;
  resource.check = null;
  const role = sim.role(resource.role);
  const machine = sim.machine(resource.machine);
  if (resource.state !== 'Online' || role.unmonitored || !guestIsLost(machine)) return;
  if (role.owner === null || !isAlive(sim, role.owner)) return;
  if (role.transition !== null) checkAfter(sim, resource, sim.now + 1);
  else {
    logCriticalState(sim, resource, role.owner, role.name);
    failResource(sim, resource, `The heartbeat of the guest of ${machine.name} is missing.`);
  }
}

/** What runs inside of a machine is in a critical state (1250). Clusters watch over that since 2012 (VM Monitoring). */
function logCriticalState(sim: Simulation, resource: ResourceState, owner: string, role: string): void {
  if (!isAtLeast(sim.state.release, '2012')) return;
  sim.log(1250, owner, { kind: 'resource', name: resource.name }, resource.name, role);
}

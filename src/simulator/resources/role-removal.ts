import { cancelOperation } from '../engine/operations';
import type { Simulation } from '../engine/simulation';
import { tellDrains } from '../membership/drain-news';
import { stopMachine } from '../hyperv/machine-power';
import type { RoleState } from '../state/role-state';
import { availableStorage, handDisk } from '../storage/disk-assignment';
import { stopTimer } from './resource-state-change';
import { supersede } from './role-actions';
import { advanceRole } from './role-advance';
import { machinesOf } from './role-ownership';
import { leaveStart } from './start-order';

/** A role goes: its machines stay on their host, not clustered any more, its disks go to Available Storage. */
export function removeRole(sim: Simulation, role: RoleState): void {
  const storage = availableStorage(sim);
  supersede(sim, role);
  for (const machine of machinesOf(sim, role)) {
    machine.role = null;
    // Its host lost power without anybody having noticed yet.
    if (machine.memoryOn === null && machine.state !== 'Saved') stopMachine(sim, machine, 'Off');
    sim.touch('virtualMachines', machine.id);
  }
  for (const resource of sim.resourcesOf(role)) {
    sim.touch('resources', resource.id);
    cancelOperation(sim, resource.operation, 'Superseded by another command');
    resource.operation = null;
    stopTimer(sim, resource);
    if (resource.disk !== null && storage !== undefined) handDisk(sim, resource, storage);
  }
  for (const id of role.resources) sim.db.resources.delete(id);
  sim.cancel(role.retry);
  sim.cancel(role.failbackDue);
  sim.db.lacking.delete(role.id);
  for (const { drain } of sim.db.records.values()) {
    drain.pending = drain.pending.filter((move) => move.role !== role.id);
    drain.stuck = drain.stuck.filter((id) => id !== role.id);
  }
  tellDrains(sim);
  leaveStart(sim, role);
  sim.db.roles.delete(role.id);
  sim.touch('roles', role.id);
  if (storage !== undefined) advanceRole(sim, storage);
}

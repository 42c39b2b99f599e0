import type { Simulation } from '../engine/simulation';
import { dropPromise, promiseMemory } from '../hyperv/machine-power';
import type { RoleState } from '../state/role-state';
import { machinesOf } from './role-ownership';
import { hasRoomFor } from './room';

/** Keeps memory at the destination for the machines that will run there, as far as there is room. */
export function promiseRoom(sim: Simulation, role: RoleState, to: string): void {
  for (const machine of machinesOf(sim, role)) {
    dropPromise(sim, machine);
    if (role.online && hasRoomFor(sim, machine, to) && machine.memoryOn !== to) promiseMemory(sim, machine, to);
  }
}

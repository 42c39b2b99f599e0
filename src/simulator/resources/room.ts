import type { Simulation } from '../engine/simulation';
import { limitsOf } from '../scenario/limits';
import type { MachineState } from '../state/machine-state';
import type { RoleState } from '../state/role-state';
import { machinesOf } from './role-ownership';

/** Bytes that machines can still get on a node: machines share no memory, the host keeps its reserve. */
export function freeMemory(sim: Simulation, node: string): number {
  const { memory, hostReserve, committed } = sim.node(node);
  return memory - hostReserve - committed;
}

/** Machines that may run on one node in this release. */
function machineLimit(sim: Simulation): number {
  return limitsOf(sim.state.release).machinesPerNode;
}

/** Bytes of memory of a role that are not on a node yet and will have to be there when it runs there. */
export function memoryNeeded(sim: Simulation, role: RoleState, node: string): number {
  return machinesOf(sim, role)
    .filter((machine) => machine.memoryOn !== node && machine.promisedOn !== node)
    .reduce((sum, machine) => sum + machine.memory, 0);
}

/** Whether a machine can be started on a node. */
export function hasRoomFor(sim: Simulation, machine: MachineState, node: string): boolean {
  if (machine.memoryOn === node || machine.promisedOn === node) return true;
  return freeMemory(sim, node) >= machine.memory && belowMachineLimit(sim, node);
}

/** Whether all machines of a role can run on a node. */
export function roleFits(sim: Simulation, role: RoleState, node: string): boolean {
  const needed = memoryNeeded(sim, role, node);
  return needed === 0 || (freeMemory(sim, node) >= needed && belowMachineLimit(sim, node));
}

/** Whether one more machine may run on a node. */
function belowMachineLimit(sim: Simulation, node: string): boolean {
  const limit = machineLimit(sim);
  const there = sim.index.machinesByHost.get(node);
  if (there === undefined || there.size < limit) return true;
  let running = 0;
  for (const id of there) if (sim.machine(id).memoryOn === node) running += 1;
  return running < limit;
}

/** Says in numbers why a role has no room on a node. */
export function noRoomText(sim: Simulation, role: RoleState, node: string): string {
  const megabytes = (bytes: number): string => `${Math.floor(bytes / 1048576)} MB`;
  const needed = memoryNeeded(sim, role, node);
  const free = Math.max(0, freeMemory(sim, node));
  if (needed <= free) return `${sim.node(node).name} already runs ${machineLimit(sim)} virtual machines.`;
  return `${role.name} needs ${megabytes(needed)} of memory, ${sim.node(node).name} has ${megabytes(free)} free.`;
}

/** The role cannot start here for lack of room: it says so and is tried again when room appears. */
export function lackRoom(sim: Simulation, role: RoleState): void {
  if (role.owner !== null) role.reason = noRoomText(sim, role, role.owner);
  role.lacking = true;
  sim.db.lacking.add(role.id);
  sim.touch('roles', role.id);
}

/** The role waits for room no more. */
export function forgetLack(sim: Simulation, role: RoleState): void {
  if (!role.lacking) return;
  role.lacking = false;
  role.reason = null;
  sim.db.lacking.delete(role.id);
  sim.touch('roles', role.id);
}

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

/** Machines of a role that a node has to make room for when the role runs there. */
function newcomers(sim: Simulation, role: RoleState, node: string): readonly MachineState[] {
  return machinesOf(sim, role).filter((machine) => machine.memoryOn !== node && machine.promisedOn !== node);
}

/** Bytes of memory of a role that are not on a node yet and will have to be there when it runs there. */
export function memoryNeeded(sim: Simulation, role: RoleState, node: string): number {
  return newcomers(sim, role, node).reduce((sum, machine) => sum + machine.memory, 0);
}

/** Whether a machine can be started on a node. */
export function hasRoomFor(sim: Simulation, machine: MachineState, node: string): boolean {
  if (machine.memoryOn === node || machine.promisedOn === node) return true;
  return freeMemory(sim, node) >= machine.memory && belowMachineLimit(sim, node, 1);
}

/** Whether all machines of a role can run on a node. */
export function roleFits(sim: Simulation, role: RoleState, node: string): boolean {
  const { length } = newcomers(sim, role, node);
  if (length === 0) return true;
  return freeMemory(sim, node) >= memoryNeeded(sim, role, node) && belowMachineLimit(sim, node, length);
}

/** Whether so many more machines may run on a node, beside those that are on their way to it. */
function belowMachineLimit(sim: Simulation, node: string, more: number): boolean {
  return sim.node(node).crowd + more <= machineLimit(sim);
}

/** Says in numbers why a role has no room on a node. */
export function noRoomText(sim: Simulation, role: RoleState, node: string): string {
  return whyNoRoom(sim, role.name, memoryNeeded(sim, role, node), node);
}

/** Says in numbers why something that needs so much memory has no room on a node: there are too many machines, or too little is free. */
export function whyNoRoom(sim: Simulation, what: string, needed: number, node: string): string {
  const megabytes = (bytes: number): string => `${Math.floor(bytes / 1048576)} MB`;
  const free = Math.max(0, freeMemory(sim, node));
  if (needed <= free) return `${sim.node(node).name} already runs ${machineLimit(sim)} virtual machines.`;
  return `${what} needs ${megabytes(needed)} of memory, ${sim.node(node).name} has ${megabytes(free)} free.`;
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

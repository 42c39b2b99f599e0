import type { Simulation } from '../engine/simulation';
import { tellDrains } from '../membership/drain-news';
import type { MachineState } from '../state/machine-state';
import type { RoleState } from '../state/role-state';

/** The machines of a role, in the order in which they were added. */
export function machinesOf(sim: Simulation, role: RoleState): readonly MachineState[] {
  const machines: MachineState[] = [];
  for (const id of role.resources) {
    const { type, machine } = sim.resource(id);
    if (type === 'Virtual Machine' && machine !== null) machines.push(sim.machine(machine));
  }
  return machines;
}

/** Remembers that a role changed with everything that it has. */
export function touchRole(sim: Simulation, role: RoleState): void {
  sim.touch('roles', role.id);
  for (const resource of sim.resourcesOf(role)) {
    sim.touch('resources', resource.id);
    if (resource.disk !== null) sim.touch('disks', resource.disk);
    if (resource.machine !== null) sim.touch('virtualMachines', resource.machine);
  }
  if (role.groupType === 'Cluster') {
    sim.touchSingle('cluster');
    sim.touchSingle('quorum');
  }
}

/** Makes a node the owner of a role with its machines. Restarts are counted by node: those on the former one are forgotten. */
export function setOwner(sim: Simulation, role: RoleState, node: string): void {
  if (role.owner !== node) {
    role.previousOwner = role.owner;
    role.owner = node;
    for (const resource of sim.resourcesOf(role)) resource.restarts = [];
    tellDrains(sim);
  }
  for (const machine of machinesOf(sim, role)) {
    if (machine.memoryOn === null || machine.memoryOn === node) sim.index.setHost(machine, node);
  }
  touchRole(sim, role);
}

/** Whether a role has virtual machines. */
export function hasMachines(role: RoleState): boolean {
  return role.groupType === 'VirtualMachine';
}

import { refuse, windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { stopMachine } from '../hyperv/machine-power';
import { expectMachines } from '../membership/cluster-property';
import { addMachineResources, addRole } from '../resources/role-parts';
import { removeRole } from '../resources/role-removal';
import type { RoleState } from '../state/role-state';
import { setResourceState } from '../resources/resource-state-change';
import { takeDisk } from '../storage/disk-ownership';
import type { CommandHandlers } from './command-handler';
import {
  findMachine,
  findRole,
  requireFreeRoleName,
  requireQuietMachines,
  requireRunning,
  requireSettled,
} from './find';

/** Commands that add and remove roles. */
export const roleCreationCommands: CommandHandlers<'role.createVirtualMachine' | 'role.remove'> = {
  'role.createVirtualMachine': (sim, { vm }) => {
    requireRunning(sim);
    const machine = findMachine(sim, vm);
    if (machine.role !== null) refuse(`${machine.name} is already clustered.`, windowsErrors.alreadyExists);
    requireFreeRoleName(sim, machine.name);
    if (!sim.isMember(machine.host)) refuse(`The host of ${machine.name} is down.`, windowsErrors.nodeDown);
    const local = machine.disks.find((disk) => !sim.disk(disk).clustered);
    if (local !== undefined) {
      refuse(
        `${sim.disk(local).name}, which holds ${machine.name}, is not a disk of the cluster.`,
        windowsErrors.resourceNotAvailable,
      );
    }
    const role = addRole(sim, machine.name, 'VirtualMachine', machine.host);
    machine.role = role.id;
    sim.touch('virtualMachines', machine.id);
    takeDisks(sim, role, machine.disks);
    addMachineResources(sim, role, machine);
    expectMachines(sim);
    if (machine.state === 'Running') adoptRunning(sim, role);
    else stopMachine(sim, machine, machine.state === 'Saved' ? 'Saved' : 'Off');
    sim.log(1158, machine.host, { kind: 'role', name: role.name }, role.name);
    return machine.state === 'Running'
      ? 'The role was created'
      : 'The role was created; it is offline and needs to be started';
  },
  'role.remove': (sim, input) => {
    const role = findRole(sim, input.role);
    if (role.groupType === 'Cluster' || role.groupType === 'AvailableStorage')
      refuse(`${role.name} cannot be removed.`);
    requireSettled(sim, role);
    requireQuietMachines(sim, role);
    removeRole(sim, role);
    if (role.owner !== null) sim.log(1159, role.owner, { kind: 'role', name: role.name }, role.name);
    return 'Removed';
  },
};

/** Disks of Available Storage that a machine lies on become disks of its role. */
function takeDisks(sim: Simulation, role: RoleState, disks: readonly string[]): void {
  for (const id of disks) {
    const { resource } = sim.disk(id);
    if (resource === null) continue;
    const state = sim.resource(resource);
    const before = sim.role(state.role);
    before.resources = before.resources.filter((other) => other !== resource);
    state.role = role.id;
    role.resources.push(resource);
    sim.touch('disks', id);
    sim.touch('resources', resource);
    sim.touch('roles', before.id);
  }
}

/** A machine that runs while it becomes a role goes on: its role is online. */
function adoptRunning(sim: Simulation, role: RoleState): void {
  role.online = true;
  for (const resource of sim.resourcesOf(role)) {
    resource.wanted = true;
    if (resource.disk !== null && role.owner !== null) takeDisk(sim, resource.disk, role.owner);
    setResourceState(sim, resource, 'Online');
  }
}

import { refuse, windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { watchGuest } from '../hyperv/guest-watch';
import { stopMachine } from '../hyperv/machine-power';
import { expectMachines } from '../membership/cluster-property';
import { addMachineResources, addRole } from '../resources/role-parts';
import { machinesOf } from '../resources/role-ownership';
import { removeRole } from '../resources/role-removal';
import { limitsOf, releaseTitle } from '../scenario/limits';
import type { MachineState } from '../state/machine-state';
import type { RoleState } from '../state/role-state';
import { setResourceState } from '../resources/resource-state-change';
import { handDisk } from '../storage/disk-assignment';
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
    requireBelowLimit(sim);
    requireFreeRoleName(sim, machine.name);
    if (!sim.isMember(machine.host)) refuse(`The host of ${machine.name} is down.`, windowsErrors.nodeDown);
    const local = machine.disks.find((disk) => !sim.disk(disk).clustered);
    if (local !== undefined) {
      refuse(
        `${sim.disk(local).name}, which holds ${machine.name}, is not a disk of the cluster.`,
        windowsErrors.resourceNotAvailable,
      );
    }
    requireOwnDisks(sim, machine);
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

/** Refuses one more machine than the release allows in a cluster. */
function requireBelowLimit(sim: Simulation): void {
  const limit = limitsOf(sim.state.release).machines;
  let clustered = 0;
  for (const { role } of sim.state.machines.values()) if (role !== null) clustered += 1;
  if (clustered < limit) return;
  refuse(`${sim.db.name} has ${clustered} virtual machines, as many as ${releaseTitle(sim.state.release)} allows.`);
}

/** Refuses a machine on a disk that another role has (5965). */
function requireOwnDisks(sim: Simulation, machine: MachineState): void {
  for (const id of machine.disks) {
    const { name, resource } = sim.disk(id);
    const holder = resource === null ? undefined : sim.role(sim.resource(resource).role);
    if (holder !== undefined && holder.groupType !== 'AvailableStorage')
      refuse(`${name}, which holds ${machine.name}, is used by ${holder.name}.`, windowsErrors.notAvailableStorage);
  }
}

/** Disks of Available Storage that a machine lies on become disks of its role. */
function takeDisks(sim: Simulation, role: RoleState, disks: readonly string[]): void {
  for (const id of disks) {
    const { resource } = sim.disk(id);
    if (resource !== null) handDisk(sim, sim.resource(resource), role);
  }
}

/** A machine that runs while it becomes a role goes on: its role is online, and its guest is watched from now on. */
function adoptRunning(sim: Simulation, role: RoleState): void {
  role.online = true;
  for (const resource of sim.resourcesOf(role)) {
    resource.wanted = true;
    if (resource.disk !== null && role.owner !== null) takeDisk(sim, resource.disk, role.owner);
    resource.onlineSince = sim.now;
    setResourceState(sim, resource, 'Online');
  }
  for (const machine of machinesOf(sim, role)) watchGuest(sim, machine);
}

import { refuse, windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { addMachine } from '../hyperv/machine-parts';
import { storageMigrationOf } from '../hyperv/storage-migration';
import { startPlain, stopPlain } from '../hyperv/plain-machine';
import { bringOnline, takeOffline } from '../resources/role-actions';
import { hasRoomFor, roleFits, whyNoRoom } from '../resources/room';
import type { MachineState } from '../state/machine-state';
import type { OperationState } from '../state/operation-state';
import type { CommandHandlers } from './command-handler';
import { findDisk, findMachine, findServer, requireOwnerUp, requireRunning, requireSettled } from './find';

const megabyte = 1048576;

function refuseForRoom(sim: Simulation, machine: MachineState): never {
  return refuse(whyNoRoom(sim, machine.name, machine.memory, machine.host), windowsErrors.noRoomToStart);
}

/** Hyper-V does not need the cluster service, only its server (5050). */
function requireHostOn(sim: Simulation, machine: MachineState): void {
  if (!sim.node(machine.host).powered) refuse(`The host of ${machine.name} is down.`, windowsErrors.nodeDown);
}

function requireFilesAtRest(sim: Simulation, machine: MachineState): void {
  if (storageMigrationOf(sim, machine.id) !== undefined)
    refuse(`The storage of ${machine.name} is being moved.`, undefined, 'Wait until that is done.');
}

function start(sim: Simulation, machine: MachineState, operation: OperationState): null {
  if (machine.state === 'Running') refuse(`${machine.name} is already running.`);
  if (machine.role !== null) {
    requireRunning(sim);
    const role = sim.role(machine.role);
    requireSettled(sim, role);
    requireOwnerUp(sim, role);
    if (!roleFits(sim, role, machine.host)) refuseForRoom(sim, machine);
    bringOnline(sim, role, operation.id);
    return null;
  }
  requireHostOn(sim, machine);
  if (machine.state !== 'Off' && machine.state !== 'Saved')
    refuse(`${machine.name} is busy.`, undefined, 'Wait until that is done.');
  requireFilesAtRest(sim, machine);
  if (!hasRoomFor(sim, machine, machine.host)) refuseForRoom(sim, machine);
  startPlain(sim, machine, operation.id);
  return null;
}

function stop(
  sim: Simulation,
  machine: MachineState,
  how: 'save' | 'shutdown' | 'turnOff',
  operation: OperationState,
): null {
  if (
    machine.state !== 'Running' &&
    !(how === 'turnOff' && (machine.role !== null || machine.state === 'PausedCritical'))
  )
    refuse(`${machine.name} is not running.`, undefined, 'Start it first.');
  if (how === 'shutdown' && machine.guest !== 'healthy')
    refuse(`The guest of ${machine.name} does not answer.`, undefined, 'Turn it off instead.');
  if (machine.role === null) {
    requireHostOn(sim, machine);
    requireFilesAtRest(sim, machine);
    stopPlain(sim, machine, how, operation.id);
    return null;
  }
  requireRunning(sim);
  const role = sim.role(machine.role);
  requireSettled(sim, role);
  requireOwnerUp(sim, role);
  machine.offlineOnce = how;
  takeOffline(sim, role, operation.id);
  return null;
}

/** Commands of Hyper-V; for a machine that is clustered they go through its role. */
export const machineCommands: CommandHandlers<'vm.create' | 'vm.start' | 'vm.shutDown' | 'vm.turnOff' | 'vm.save'> = {
  'vm.create': (sim, input) => {
    const node = findServer(sim, input.node);
    const disk = findDisk(sim, input.disk);
    if (sim.index.machineNamed(input.name)?.host === node.id)
      refuse(`${node.name} already has a virtual machine ${input.name}.`, windowsErrors.alreadyExists);
    addMachine(sim, {
      name: input.name,
      host: node.id,
      disks: [disk.id],
      spec: {
        memory: input.memory,
        usedMemory: input.memory,
        processors: input.processors,
        dirtyRate: 10 * megabyte,
        workingSet: Math.floor(input.memory / 10),
        bootTime: 20_000,
        virtualDisk: 20 * 1024 * megabyte,
        offlineAction: 'save',
        cpuCompatibility: false,
        heartbeatCheck: true,
      },
    });
    return 'Created; it is off';
  },
  'vm.start': (sim, { vm }, operation) => start(sim, findMachine(sim, vm), operation),
  'vm.shutDown': (sim, { vm }, operation) => stop(sim, findMachine(sim, vm), 'shutdown', operation),
  'vm.turnOff': (sim, { vm }, operation) => stop(sim, findMachine(sim, vm), 'turnOff', operation),
  'vm.save': (sim, { vm }, operation) => stop(sim, findMachine(sim, vm), 'save', operation),
};

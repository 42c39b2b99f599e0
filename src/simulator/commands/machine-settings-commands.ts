import { refuse, windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { storageMigrationOf } from '../hyperv/storage-migration';
import type { MachineState } from '../state/machine-state';
import type { CommandHandlers } from './command-handler';
import { findMachine, requireRunning, requireSettled } from './find';

/** A machine that is off, on a host that works, and with nothing under way. */
function machineAtRest(sim: Simulation, name: string): MachineState {
  const machine = findMachine(sim, name);
  if (machine.role !== null) {
    requireRunning(sim);
    requireSettled(sim, sim.role(machine.role));
  }
  if (!sim.node(machine.host).powered) refuse(`The host of ${machine.name} is down.`, windowsErrors.nodeDown);
  if (storageMigrationOf(sim, machine.id) !== undefined)
    refuse(`The storage of ${machine.name} is being moved.`, undefined, 'Wait until that is done.');
  if (machine.state !== 'Off') refuse(`${machine.name} is not off.`, windowsErrors.invalidState, 'Shut it down first.');
  return machine;
}

/** Settings of a virtual machine that Hyper-V changes while it is off. */
export const machineSettingsCommands: CommandHandlers<'vm.setProcessors' | 'vm.setMemory'> = {
  'vm.setProcessors': (sim, { vm, processors }) => {
    const machine = machineAtRest(sim, vm);
    machine.processors = processors;
    sim.touch('virtualMachines', machine.id);
    return 'It has them when it starts next';
  },
  'vm.setMemory': (sim, { vm, memory }) => {
    const machine = machineAtRest(sim, vm);
    // What its guest uses of it, and how much of that it changes all the time, stay the same parts of the whole.
    machine.usedMemory = Math.max(1, Math.floor(machine.usedMemory * (memory / machine.memory)));
    machine.workingSet = Math.floor(machine.workingSet * (memory / machine.memory));
    machine.memory = memory;
    sim.touch('virtualMachines', machine.id);
    return 'It has it when it starts next';
  },
};

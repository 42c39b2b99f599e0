import type { Simulation } from '../engine/simulation';
import type { ScenarioMachineSpec } from '../scenario/scenario-role';
import type { MachineState } from '../state/machine-state';

/** What a new machine is made from. */
export interface NewMachine {
  readonly name: string;
  readonly host: string;
  readonly spec: ScenarioMachineSpec;
  readonly disks: readonly string[];
}

/** Adds a machine that is off. */
export function addMachine(sim: Simulation, { name, host, spec, disks }: NewMachine): MachineState {
  const machine: MachineState = {
    id: sim.nextId('machine'),
    name,
    host,
    role: null,
    state: 'Off',
    guest: 'none',
    booting: null,
    bootEnd: 0,
    bootLeft: null,
    memory: spec.memory,
    usedMemory: spec.usedMemory,
    processors: spec.processors,
    dirtyRate: spec.dirtyRate,
    workingSet: spec.workingSet,
    bootTime: spec.bootTime,
    virtualDisk: spec.virtualDisk,
    offlineAction: spec.offlineAction,
    offlineOnce: null,
    cpuCompatibility: spec.cpuCompatibility,
    heartbeatCheck: spec.heartbeatCheck,
    disks: [...disks],
    operation: null,
    memoryOn: null,
    promisedOn: null,
    savedOn: null,
    critical: null,
  };
  sim.state.machines.set(machine.id, machine);
  sim.index.addMachine(machine);
  sim.touch('virtualMachines', machine.id);
  return machine;
}

/** Makes a machine one that has been running for long, at the start of a scenario. */
export function settleRunning(sim: Simulation, machine: MachineState): void {
  machine.state = 'Running';
  machine.guest = 'healthy';
  machine.memoryOn = machine.host;
  sim.node(machine.host).committed += machine.memory;
  sim.node(machine.host).crowd += 1;
}

import type { Simulation } from '../engine/simulation';
import type { MachineState } from '../state/machine-state';
import type { ResourceState } from '../state/resource-state';
import { bootGuest, continueGuest, holdGuest } from './guest';
import { startFlow, stopFlow } from './flows';
import { diskLinks } from './links';

/** Gives a machine the memory of a node, the one that was kept for it if there is one. It must hold none. */
export function takeMemory(sim: Simulation, machine: MachineState, node: string): void {
  promiseMemory(sim, machine, node);
  machine.promisedOn = null;
  machine.memoryOn = node;
}

/** Keeps memory of a node for a machine that is on its way there. */
export function promiseMemory(sim: Simulation, machine: MachineState, node: string): void {
  if (machine.promisedOn === node) return;
  dropPromise(sim, machine);
  machine.promisedOn = node;
  commit(sim, node, machine.memory, 1);
}

/** Gives back what was kept for a machine that does not come. */
export function dropPromise(sim: Simulation, machine: MachineState): void {
  if (machine.promisedOn === null) return;
  commit(sim, machine.promisedOn, -machine.memory, -1);
  machine.promisedOn = null;
}

/** Gives the memory of a machine back to its node. */
export function releaseMemory(sim: Simulation, machine: MachineState): void {
  if (machine.memoryOn === null) return;
  commit(sim, machine.memoryOn, -machine.memory, -1);
  machine.memoryOn = null;
}

function commit(sim: Simulation, node: string, bytes: number, machines: 1 | -1): void {
  sim.node(node).committed += bytes;
  sim.node(node).crowd += machines;
  sim.touch('nodes', node);
  if (machines < 0) announceRoom(sim);
}

/** Room may have appeared: roles that wait for it are tried again. */
export function announceRoom(sim: Simulation): void {
  for (const database of sim.state.databases.values()) {
    if (database.lacking.size > 0) sim.within(database, () => sim.soon({ type: 'room.check' }));
  }
}

/** A machine begins to start or to be restored on its host; one that only lost its storage or its cluster keeps its memory. */
export function beginStart(sim: Simulation, machine: MachineState): void {
  if (machine.memoryOn === machine.host && machine.state === 'PausedCritical') return;
  takeMemory(sim, machine, machine.host);
  machine.state = machine.state === 'Saved' ? 'Resuming' : 'Starting';
  sim.touch('virtualMachines', machine.id);
}

/** Reads the saved memory back, after the resource's own time: M / read rate. */
export function beginRestore(sim: Simulation, machine: MachineState, resource: ResourceState): void {
  memoryFlow(sim, machine, resource);
}

/** Writes the memory to disk before the resource's own time: M / write rate. The machine stands still meanwhile. */
export function beginSave(sim: Simulation, machine: MachineState, resource: ResourceState): void {
  machine.state = 'Saving';
  holdGuest(sim, machine);
  sim.touch('virtualMachines', machine.id);
  memoryFlow(sim, machine, resource);
}

function memoryFlow(sim: Simulation, machine: MachineState, resource: ResourceState): void {
  startFlow(sim, {
    purpose: { kind: 'memory', resource: resource.id },
    links: diskLinks(machine),
    bytes: machine.usedMemory,
    at: sim.now,
  });
}

/** Ends the saving or restoring of a machine that is under way. */
export function stopMemoryFlow(sim: Simulation, resource: ResourceState): void {
  for (const flow of sim.state.flows.values()) {
    if (flow.purpose.kind === 'memory' && flow.purpose.resource === resource.id) stopFlow(sim, flow.id, sim.now);
  }
}

/** The machine runs. One that was restored goes on where it was; another boots and answers `bootTime` later. */
export function finishStart(sim: Simulation, machine: MachineState): void {
  const restored = machine.state === 'Resuming' || machine.state === 'PausedCritical';
  machine.state = 'Running';
  if (restored) continueGuest(sim, machine);
  else bootGuest(sim, machine);
  sim.touch('virtualMachines', machine.id);
  sim.log(
    18500,
    machine.host,
    { kind: 'virtualMachine', name: machine.name },
    machine.name,
    sim.node(machine.host).name,
  );
}

/** The machine runs no more: off, or saved to its disk with its guest as it is. */
export function stopMachine(sim: Simulation, machine: MachineState, state: 'Off' | 'Saved'): void {
  holdGuest(sim, machine);
  sim.cancel(machine.critical);
  machine.critical = null;
  machine.offlineOnce = null;
  if (state === 'Off') machine.savedOn = null;
  else if (machine.state === 'Saving') machine.savedOn = machine.host;
  machine.state = state;
  if (state === 'Off') machine.guest = 'none';
  releaseMemory(sim, machine);
  // A host that is dead unnoticed has given nothing back, but shows what it was last known to give.
  sim.touch('nodes', machine.host);
  sim.touch('virtualMachines', machine.id);
}

import { clusterError } from '#shared/model/cluster-error';
import { fail, succeed } from '../engine/operations';
import type { Simulation } from '../engine/simulation';
import { timesOf } from '../resources/resource-types';
import type { MachineState } from '../state/machine-state';
import { startFlow, stopFlow } from './flows';
import { diskLinks } from './links';
import { beginStart, finishStart, stopMachine } from './machine-power';

/** Reads or writes the memory of a machine that is not clustered. */
function moveMemory(sim: Simulation, machine: MachineState): void {
  startFlow(sim, {
    purpose: { kind: 'machine', machine: machine.id },
    links: diskLinks(machine),
    bytes: machine.usedMemory,
    at: sim.now,
  });
}

function finishLater(sim: Simulation, machine: MachineState, after: number): void {
  sim.schedule(sim.now + after, { type: 'machine.done', machine: machine.id });
}

/** Starts or restores a machine that is not clustered: 1 s, and M / read rate when it was saved. There must be room. */
export function startPlain(sim: Simulation, machine: MachineState, operation: string): void {
  machine.operation = operation;
  beginStart(sim, machine);
  if (machine.state === 'Resuming') moveMemory(sim, machine);
  else finishLater(sim, machine, timesOf('Virtual Machine').online);
}

/** Stops a machine that is not clustered: saved after M / write rate, shut down or turned off after 1 s. */
export function stopPlain(
  sim: Simulation,
  machine: MachineState,
  how: 'save' | 'shutdown' | 'turnOff',
  operation: string,
): void {
  machine.operation = operation;
  machine.state = how === 'save' ? 'Saving' : 'Stopping';
  sim.touch('virtualMachines', machine.id);
  if (how === 'save') moveMemory(sim, machine);
  else finishLater(sim, machine, timesOf('Virtual Machine').offline);
}

/** The memory has been moved: what is left takes the time of the machine itself. */
export function onPlainMemoryMoved(sim: Simulation, id: string): void {
  const machine = sim.state.machines.get(id);
  if (machine !== undefined) finishLater(sim, machine, timesOf('Virtual Machine').online);
}

/** A machine that is not clustered has started or stopped. */
export function onPlainDone(sim: Simulation, id: string): void {
  const machine = sim.state.machines.get(id);
  if (machine === undefined) return;
  if (machine.state === 'Starting' || machine.state === 'Resuming') finishStart(sim, machine);
  else if (machine.state === 'Saving') stopMachine(sim, machine, 'Saved');
  else if (machine.state === 'Stopping') stopMachine(sim, machine, 'Off');
  succeed(sim, machine.operation);
  machine.operation = null;
}

/**
 * A machine that is not clustered has lost its host or its storage: it is off, and what it was in the middle of has failed. One
 * that was being restored is still saved.
 */
export function losePlain(sim: Simulation, machine: MachineState, reason: string): void {
  const message = `${machine.name} was lost in the middle of it. ${reason}`;
  fail(sim, machine.operation, clusterError('refused', message));
  machine.operation = null;
  for (const flow of [...sim.state.flows.values()])
    if (flow.purpose.kind === 'machine' && flow.purpose.machine === machine.id) stopFlow(sim, flow.id, sim.now);
  if (machine.state !== 'Saved') stopMachine(sim, machine, machine.state === 'Resuming' ? 'Saved' : 'Off');
}

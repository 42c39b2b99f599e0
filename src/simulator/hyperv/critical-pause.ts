import type { Simulation } from '../engine/simulation';
import type { MachineState } from '../state/machine-state';
import { continueGuest, holdGuest } from './guest';

/** A machine without its storage, or with an isolated host, stands still and keeps its memory. */
export function pauseCritical(sim: Simulation, machine: MachineState): void {
  if (machine.state === 'PausedCritical') return;
  holdGuest(sim, machine);
  machine.state = 'PausedCritical';
  sim.touch('virtualMachines', machine.id);
}

/** The machine goes on where it stood still. */
export function resumeFromCritical(sim: Simulation, machine: MachineState): void {
  if (machine.state !== 'PausedCritical') return;
  sim.cancel(machine.critical);
  machine.critical = null;
  machine.state = 'Running';
  continueGuest(sim, machine);
}

/** A machine that stands still for its storage has `criticalErrorTimeout` from now on. */
export function waitForStorage(sim: Simulation, machine: MachineState): void {
  sim.cancel(machine.critical);
  const at = sim.now + sim.db.settings.criticalErrorTimeout;
  machine.critical = sim.schedule(at, { type: 'machine.critical', machine: machine.id });
}

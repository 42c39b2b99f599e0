import { refuse } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import type { MachineState } from '../state/machine-state';
import { watchGuest } from './guest-watch';

/** The guest starts from the beginning, or goes on with a start that stood still: it answers after a time in milliseconds. */
export function bootGuest(sim: Simulation, machine: MachineState, after = machine.bootTime): void {
  sim.cancel(machine.booting);
  machine.guest = 'booting';
  machine.bootLeft = null;
  machine.bootEnd = sim.now + after;
  machine.booting = sim.schedule(machine.bootEnd, { type: 'guest.booted', machine: machine.id });
  sim.touch('virtualMachines', machine.id);
}

/** The guest answers. */
export function onGuestBooted(sim: Simulation, id: string): void {
  const machine = sim.state.machines.get(id);
  if (machine === undefined) return;
  machine.booting = null;
  machine.guest = 'healthy';
  sim.touch('virtualMachines', id);
}

/** The machine stands still, and a start of its guest with it. */
export function holdGuest(sim: Simulation, machine: MachineState): void {
  if (machine.booting === null) return;
  sim.cancel(machine.booting);
  machine.booting = null;
  machine.bootLeft = Math.max(0, machine.bootEnd - sim.now);
}

/** The machine goes on where it stood still: a guest that was starting starts on, one that had crashed is still crashed. */
export function continueGuest(sim: Simulation, machine: MachineState): void {
  if (machine.guest === 'booting') bootGuest(sim, machine, machine.bootLeft ?? machine.bootTime);
  else if (machine.guest === 'none') machine.guest = 'healthy';
  else if (machine.guest !== 'healthy') watchGuest(sim, machine);
  sim.touch('virtualMachines', machine.id);
}

/** The system inside of a machine crashes or hangs: the machine runs on, its heartbeat is missing. */
export function loseGuest(sim: Simulation, machine: MachineState, how: 'crashed' | 'hung'): void {
  if (machine.state !== 'Running') refuse(`${machine.name} is not running.`);
  sim.cancel(machine.booting);
  machine.booting = null;
  machine.guest = how;
  sim.touch('virtualMachines', machine.id);
  watchGuest(sim, machine);
}

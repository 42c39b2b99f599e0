import { lookUp, type Simulation } from '../engine/simulation';
import type { MachineState } from '../state/machine-state';
import type { MigrationPhase } from '../state/migration-state';

/**
 * What a guest cluster gets of one of its machines. `answers`: its guest works. `silent`: it stands still and goes on later as if
 * nothing had been. `leaving`: it shuts down in good order. `gone`: its guest is off, starting, crashed or hung.
 */
export type Presence = 'answers' | 'silent' | 'leaving' | 'gone';

/** The node that a machine is on: where it has its memory, or else where it is registered. */
export function placeOf(machine: MachineState): string {
  return machine.memoryOn ?? machine.host;
}

/** What there is of a machine for the guest cluster that it belongs to. */
export function presenceOf(sim: Simulation, machine: MachineState): Presence {
  if (machine.guest !== 'healthy') return 'gone';
  if (machine.state === 'Saved') return 'silent';
  if (machine.memoryOn === null || !sim.node(machine.memoryOn).powered) return 'gone';
  switch (machine.state) {
    case 'Running':
      return isSuspended(sim, machine) ? 'silent' : 'answers';
    case 'PausedCritical':
    case 'Paused':
    case 'Saving':
    case 'Resuming':
      return 'silent';
    case 'Stopping':
      return (machine.offlineOnce ?? machine.offlineAction) === 'shutdown' ? 'leaving' : 'gone';
    case 'Off':
    case 'Starting':
    case 'Other':
      return 'gone';
  }
}

/** The phases of a live migration in which the machine stands still. */
const suspended: ReadonlySet<MigrationPhase> = new Set(['suspended', 'handover', 'resume']);

function isSuspended(sim: Simulation, { role }: MachineState): boolean {
  if (role === null) return false;
  for (const { roles } of sim.state.databases.values()) {
    const transition = roles.get(role)?.transition;
    if (transition?.kind === 'live') return suspended.has(lookUp(sim.state.migrations, transition.migration).phase);
  }
  return false;
}

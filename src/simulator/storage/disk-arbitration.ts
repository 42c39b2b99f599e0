import type { Simulation } from '../engine/simulation';
import { diskReachable } from './disk-paths';

/** Whether the node that holds a reservation is alive and defends it: its cluster service runs. */
function defends(sim: Simulation, node: string): boolean {
  const { powered, service } = sim.node(node);
  return powered && service === 'running';
}

/**
 * How long a node has to wait for a disk before it can mount it: taking over from a dead owner means to register, to
 * challenge, to wait `arbitrationDelay` (2 x 3 s) and to preempt. A disk that was given up needs no challenge.
 */
export function arbitrationTime(sim: Simulation, disk: string, node: string): number {
  const { reservation } = sim.disk(disk);
  return reservation === null || reservation === node ? 0 : sim.db.settings.arbitrationDelay;
}

/** Why a node cannot mount a disk now, in a sentence; null: it can. */
export function diskProblem(sim: Simulation, disk: string, node: string): string | null {
  const state = sim.disk(disk);
  if (!diskReachable(sim, state, node)) return `Disk ${state.name} cannot be reached from ${sim.node(node).name}.`;
  const { reservation } = state;
  if (reservation === null || reservation === node || !defends(sim, reservation)) return null;
  return `Disk ${state.name} is reserved by ${sim.node(reservation).name}.`;
}

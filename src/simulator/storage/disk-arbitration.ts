import type { Simulation } from '../engine/simulation';
import type { DiskState } from '../state/storage-state';
import { diskReachable } from './disk-paths';

/**
 * Whether the node that holds a reservation defends it: its cluster service runs, it has a path to the disk, and it belongs to
 * another partition. One of the same partition has lost the disk already, it only could not give it back.
 */
function defends(sim: Simulation, disk: DiskState, node: string): boolean {
  return sim.node(node).service === 'running' && !sim.isMember(node) && diskReachable(sim, disk, node);
}

/**
 * How long a node has to wait for a disk before it can mount it: taking over from a dead owner means to register, to
 * challenge, to wait `arbitrationDelay` (2 x 3 s) and to preempt. So does taking over from one that lost its path and could not
 * give the disk back. A disk that was given up needs no challenge.
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
  if (reservation === null || reservation === node || !defends(sim, state, reservation)) return null;
  return `Disk ${state.name} is reserved by ${sim.node(reservation).name}.`;
}

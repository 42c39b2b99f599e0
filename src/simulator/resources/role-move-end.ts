import { lookUp, type Simulation } from '../engine/simulation';
import type { RoleTransition } from '../state/role-state';

/** A move has arrived: a quick migration knows its figures. Downtime is all of it; nothing is lost. */
export function finishMove(sim: Simulation, move: Extract<RoleTransition, { kind: 'move' }>): void {
  if (move.migration === null) return;
  const migration = lookUp(sim.state.migrations, move.migration);
  const total = sim.now - (migration.startedAt ?? sim.now);
  migration.phase = 'done';
  migration.total = total;
  migration.downtime = total;
  sim.touch('operations', migration.operation);
}

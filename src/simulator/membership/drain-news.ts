import type { Simulation } from '../engine/simulation';

/** A role came to rest somewhere: drains and a shutdown that wait for it, or that it can go on with now, look at it. */
export function tellDrains(sim: Simulation): void {
  if (sim.db.shutdown !== null) sim.soon({ type: 'shutdown.check' });
  for (const { drain } of sim.db.records.values()) {
    if (drain.status !== 'InProgress' || drain.operation === null) continue;
    sim.soon({ type: 'drain.check', operation: drain.operation });
  }
}

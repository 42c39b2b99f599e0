import type { Simulation } from '../engine/simulation';

/** One regroup of length `regroup`: whatever else becomes unreachable before it ends is part of it. */
export function beginRegroup(sim: Simulation): void {
  if (sim.db.regroup !== null) return;
  const endsAt = sim.now + sim.db.settings.regroup;
  sim.db.regroup = { endsAt, event: sim.schedule(endsAt, { type: 'regroup.end' }), challenged: false };
}

/** The decision waits for the challenge of the witness disk of a dead owner: `arbitrationDelay`, 2 x 3 s. */
export function waitForChallenge(sim: Simulation): void {
  const endsAt = sim.now + sim.db.settings.arbitrationDelay;
  sim.db.regroup = { endsAt, event: sim.schedule(endsAt, { type: 'regroup.end' }), challenged: true };
}

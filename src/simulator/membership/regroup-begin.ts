import type { Simulation } from '../engine/simulation';
import { agreedVotes } from './votes';

/** One regroup of length `regroup`: whatever else becomes unreachable before it ends is part of it. */
export function beginRegroup(sim: Simulation): void {
  if (sim.db.regroup !== null) return;
  const endsAt = sim.now + sim.db.settings.regroup;
  sim.db.regroup = { endsAt, event: sim.schedule(endsAt, { type: 'regroup.end' }), votes: agreedVotes(sim) };
}

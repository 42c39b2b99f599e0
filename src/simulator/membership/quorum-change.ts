import type { QuorumMode } from '#shared/model/quorum';
import type { Simulation } from '../engine/simulation';
import { endForce } from './force-quorum';
import { setVotes, votesNeeded } from './votes';
import { witnessThere } from './witness';

/** Another way of counting votes. */
export interface QuorumPlan {
  readonly dynamic: boolean;
  readonly mode: QuorumMode;
  /** Whether there is a witness then; it counts as there when the present one is, or when it is a new one. */
  readonly witness: boolean;
}

/** Whether the members would keep the quorum if votes were counted in another way. */
export function keepsQuorum(sim: Simulation, plan: QuorumPlan, witnessReachable = witnessThere(sim)): boolean {
  const there = plan.witness && witnessReachable;
  if (plan.mode === 'diskOnly') return there;
  const sum = (nodes: readonly string[]): number => nodes.reduce((total, node) => total + sim.record(node).weight, 0);
  const members = sum(sim.db.members);
  if (plan.dynamic) return members > 0 || there;
  const all = sum([...sim.db.records.keys()]) + (plan.witness ? 1 : 0);
  return members + (there ? 1 : 0) >= votesNeeded(all);
}

/** Votes are set anew by a command; while a regroup is under way its end does that. */
export function reconsiderVotes(sim: Simulation): void {
  if (!sim.running || sim.db.regroup !== null) return;
  setVotes(sim);
  endForce(sim);
}

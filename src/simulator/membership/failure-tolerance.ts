import { isAtLeast } from '#shared/model/release';
import type { Simulation } from '../engine/simulation';
import { isDynamic, totalVotes, votesNeeded } from './votes';
import { witnessCounts } from './witness';

interface Standing {
  /** Members with a NodeWeight. */
  readonly weighted: number;
  readonly members: number;
  /** Members that vote now. */
  readonly voters: number;
  readonly witness: 0 | 1;
  readonly total: number;
}

function standing(sim: Simulation): Standing {
  const records = sim.db.members.map((node) => sim.record(node));
  return {
    weighted: records.filter((record) => record.weight === 1).length,
    members: records.length,
    voters: records.filter((record) => record.dynamicWeight === 1).length,
    witness: witnessCounts(sim) ? sim.db.quorum.witnessWeight : 0,
    total: totalVotes(sim),
  };
}

/** Whether a partition goes on when so many voters are lost. */
function survives({ voters, witness, total }: Standing, lost: number): boolean {
  return Math.max(0, voters - lost) + witness >= votesNeeded(total);
}

/** How many members can fail at the same moment, whichever they are. Without any node there is no cluster. */
export function failuresAtOnce(sim: Simulation): number {
  const now = standing(sim);
  if (sim.db.quorum.mode === 'diskOnly') return witnessCounts(sim) ? now.members - 1 : 0;
  let lost = 0;
  while (lost + 1 < now.members && survives(now, lost + 1)) lost += 1;
  return lost;
}

/** What the votes become after the cluster settled with fewer nodes, as `assignVotes` does it. */
function resettled(sim: Simulation, before: Standing): Standing {
  const [weighted, members] = [before.weighted - 1, before.members - 1];
  if (!isDynamic(sim)) return { ...before, weighted, members, voters: before.voters - 1 };
  const there = witnessCounts(sim);
  const votes = there && (sim.db.settings.dynamicWitness ? weighted % 2 === 0 : true);
  const tied =
    !votes && weighted > 0 && weighted % 2 === 0 && (isAtLeast(sim.state.release, '2012R2') || weighted === 2);
  const voters = tied ? weighted - 1 : weighted;
  const witness = votes ? 1 : 0;
  return { weighted, members, voters, witness, total: voters + witness };
}

/** How many members can fail one after another, each time the one whose loss hurts most, with time to settle between. */
export function failuresOneByOne(sim: Simulation): number {
  if (sim.db.quorum.mode === 'diskOnly') return failuresAtOnce(sim);
  let now = standing(sim);
  let lost = 0;
  while (now.members > 1 && survives(now, 1)) {
    now = resettled(sim, now);
    lost += 1;
  }
  return lost;
}

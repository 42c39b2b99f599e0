import * as tolerance from '#shared/model/failure-tolerance';
import type { VoteRules, VoteStanding } from '#shared/model/failure-tolerance';
import type { Simulation } from '../engine/simulation';
import { isDynamic, totalVotes } from './votes';
import { witnessCounts } from './witness';

function standing(sim: Simulation): VoteStanding {
  const records = sim.db.members.map((node) => sim.record(node));
  return {
    weighted: records.filter((record) => record.weight === 1).length,
    members: records.length,
    voters: records.filter((record) => record.dynamicWeight === 1).length,
    witness: witnessCounts(sim) ? sim.db.quorum.witnessWeight : 0,
    total: totalVotes(sim),
  };
}

function rules(sim: Simulation): VoteRules {
  return {
    diskOnly: sim.db.quorum.mode === 'diskOnly',
    dynamicQuorum: isDynamic(sim),
    dynamicWitness: sim.db.settings.dynamicWitness,
    witnessThere: witnessCounts(sim),
    release: sim.state.release,
  };
}

/** How many members can fail at the same moment, whichever they are. Without any node there is no cluster. */
export function failuresAtOnce(sim: Simulation): number {
  return tolerance.failuresAtOnce(standing(sim), rules(sim));
}

/** How many members can fail one after another, each time the one whose loss hurts most, with time to settle between. */
export function failuresOneByOne(sim: Simulation): number {
  return tolerance.failuresOneByOne(standing(sim), rules(sim));
}

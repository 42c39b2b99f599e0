import type { Cluster } from '#shared/model/cluster';
import type { Quorum } from '#shared/model/quorum';
import type { Simulation } from '../engine/simulation';
import { clusterGroup } from '../membership/core-group';
import { failuresAtOnce, failuresOneByOne } from '../membership/failure-tolerance';
import { nodeVotes, totalVotes, votesNeeded } from '../membership/votes';
import { witnessCounts, witnessName, witnessOnline } from '../membership/witness';

/** The cluster itself. */
export function projectCluster(sim: Simulation): Cluster {
  const { db } = sim;
  const { settings, quorum } = db;
  const owner = clusterGroup(sim)?.owner ?? null;
  return {
    id: 'cluster-1',
    name: db.name,
    domain: db.domain,
    address: db.address,
    state: sim.running ? 'Running' : sim.state.formed ? 'Stopped' : 'NotFormed',
    release: sim.state.release,
    ownerNode: sim.running && owner !== null ? sim.node(owner).name : null,
    dynamicQuorum: settings.dynamicQuorum ? 1 : 0,
    witnessDynamicWeight: quorum.witnessWeight,
    lowerQuorumPriorityNode: quorum.lowerPriorityNode === null ? null : sim.node(quorum.lowerPriorityNode).name,
    sameSubnetDelay: settings.sameSubnetDelay,
    sameSubnetThreshold: settings.sameSubnetThreshold,
    crossSubnetDelay: settings.crossSubnetDelay,
    crossSubnetThreshold: settings.crossSubnetThreshold,
    crossSiteDelay: settings.crossSiteDelay,
    crossSiteThreshold: settings.crossSiteThreshold,
    resiliencyDefaultPeriod: settings.resiliencyPeriod,
    quarantineThreshold: settings.quarantineThreshold === 0 ? null : settings.quarantineThreshold,
    quarantineDuration: settings.quarantineThreshold === 0 ? null : settings.quarantineDuration,
    maximumParallelMigrations: settings.maximumParallelMigrations,
    drainOnShutdown: settings.drainOnShutdown ? 1 : 0,
    sharedVolumesEnabled: db.sharedVolumesEnabled,
  };
}

function witnessState(sim: Simulation): Quorum['witnessState'] {
  const { witness } = sim.db.quorum;
  if (witness === null) return 'None';
  if (!sim.running) return 'Offline';
  if (witnessOnline(sim)) return 'Online';
  return sim.resource(witness.resource).state === 'Failed' ? 'Failed' : 'Offline';
}

/** What the votes of the running partition stand at. */
export function projectQuorum(sim: Simulation): Quorum {
  const { db } = sim;
  const total = totalVotes(sim);
  const there = witnessCounts(sim) ? (db.quorum.mode === 'diskOnly' ? 1 : db.quorum.witnessWeight) : 0;
  const votes = sim.running ? nodeVotes(db.members.map((node) => sim.record(node))) + there : 0;
  return {
    name: db.name,
    state: sim.running ? 'Normal' : 'Lost',
    mode: db.quorum.mode,
    witness: witnessName(sim),
    witnessState: witnessState(sim),
    witnessDynamicWeight: db.quorum.witnessWeight,
    votes,
    votesTotal: total,
    votesNeeded: votesNeeded(total),
    canFailAtOnce: sim.running ? failuresAtOnce(sim) : 0,
    canFailOneByOne: sim.running ? failuresOneByOne(sim) : 0,
  };
}

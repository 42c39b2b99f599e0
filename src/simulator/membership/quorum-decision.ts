import type { Simulation } from '../engine/simulation';
import type { AgreedVotes } from '../state/database-state';
import { isAlive } from './alive';
import { clusterGroup } from './core-group';
import { agreedVotes, sumOfVotes, votesNeeded } from './votes';
import { nodeReachesWitness, reachesWitness, witnessThere } from './witness';

type Groups = readonly (readonly string[])[];

function votesOf(votes: AgreedVotes, group: readonly string[]): number {
  return group.reduce((sum, node) => sum + (votes.nodes[node] ?? 0), 0);
}

/**
 * Who defends the witness: the living owner of the reservation of a disk, or for a share or cloud the owner of the core group,
 * as long as it reaches the witness. Null: nobody does.
 */
function defender(sim: Simulation): string | null {
  const { witness } = sim.db.quorum;
  const holder = witness?.kind === 'disk' ? sim.disk(witness.disk).reservation : (clusterGroup(sim)?.owner ?? null);
  return holder !== null && isAlive(sim, holder) && nodeReachesWitness(sim, holder) ? holder : null;
}

/**
 * The group that gets the witness: a disk witness votes for the partition that wins its reservation, a file share or cloud
 * witness for the one that locks it first, where the core group still runs in one of them that one. Else the group with most
 * votes is the first. Undefined: none reaches it.
 */
function witnessWinner(sim: Simulation, groups: Groups, votes: AgreedVotes): readonly string[] | undefined {
  const owner = defender(sim);
  const defended = owner === null ? undefined : groups.find((group) => group.includes(owner));
  if (defended !== undefined) return defended;
  const reaching = groups.filter((group) => reachesWitness(sim, group));
  return [...reaching].sort((a, b) => votesOf(votes, b) - votesOf(votes, a))[0];
}

/** Events of those that tried to lock a share and lost it (1564). */
function logLostLocks(sim: Simulation, groups: Groups, winner: readonly string[] | undefined): void {
  const { witness } = sim.db.quorum;
  if (witness?.kind !== 'share') return;
  const resource = sim.resource(witness.resource);
  for (const group of groups) {
    const node = group === winner ? undefined : group.find((member) => isAlive(sim, member));
    if (node !== undefined)
      sim.log(1564, node, { kind: 'resource', name: resource.name }, resource.name, witness.address);
  }
}

/**
 * Which of the groups into which a partition fell has quorum, by the votes from before: more than half. Null: none. A partition
 * that was forced to run without quorum goes on without it, in its heaviest group.
 */
export function decideQuorum(sim: Simulation, groups: Groups, votes: AgreedVotes): readonly string[] | null {
  const { mode } = sim.db.quorum;
  const needed = votesNeeded(sumOfVotes(votes));
  const alone = mode === 'diskOnly' ? undefined : groups.find((group) => votesOf(votes, group) >= needed);
  if (alone !== undefined) return alone;
  if (sim.db.forced) return groups[0] ?? null;
  if (votes.witness === 0) return null;
  const holder = witnessWinner(sim, groups, votes);
  logLostLocks(sim, groups, holder);
  return holder !== undefined && votesOf(votes, holder) + votes.witness >= needed ? holder : null;
}

/** Whether the partition as it is has quorum, by the votes of the moment. */
export function hasQuorum(sim: Simulation): boolean {
  const votes = agreedVotes(sim);
  const witness = witnessThere(sim) ? votes.witness : 0;
  return votesOf(votes, sim.db.members) + witness >= votesNeeded(sumOfVotes(votes));
}

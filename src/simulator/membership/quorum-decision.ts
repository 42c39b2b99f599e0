import { attached } from '../fabric/reachability';
import type { Simulation } from '../engine/simulation';
import { diskReachable } from '../storage/disk-paths';
import { clusterGroup } from './core-group';
import { nodeVotes, totalVotes, votesNeeded } from './votes';

/** Whether some of these nodes reach the witness: the disk over its paths, a share or cloud over networks for clients. */
export function reachesWitness(sim: Simulation, nodes: readonly string[]): boolean {
  const { witness } = sim.db.quorum;
  if (witness === null) return false;
  if (witness.kind === 'disk') return nodes.some((node) => diskReachable(sim, sim.disk(witness.disk), node));
  if (!sim.state.witnessWorking) return false;
  const networks = [...sim.state.networks.values()].filter((network) => network.role === 'clusterAndClient');
  return nodes.some((node) => networks.some((network) => attached(sim, network, node)));
}

/**
 * The group that gets the witness: where the core group, and with it the reservation of a witness disk, still runs in one of
 * them that one ("a living owner defends"); else the one with most votes, ties by the lowest node. Undefined: none reaches it.
 */
function witnessWinner(sim: Simulation, groups: readonly (readonly string[])[]): readonly string[] | undefined {
  const owner = clusterGroup(sim)?.owner ?? null;
  const reaching = groups.filter((group) => reachesWitness(sim, group));
  const holder = owner === null ? undefined : reaching.find((group) => group.includes(owner));
  if (holder !== undefined) return holder;
  return [...reaching].sort((a, b) => votesOf(sim, b) - votesOf(sim, a))[0];
}

function votesOf(sim: Simulation, group: readonly string[]): number {
  return nodeVotes(group.map((node) => sim.record(node)));
}

/** Who goes on after a regroup. `challenge`: only after the witness disk was taken from its dead owner. */
export interface QuorumDecision {
  readonly winner: readonly string[] | null;
  readonly challenge: boolean;
}

/** Which of the groups into which a partition fell has quorum, by the votes from before: more than half. */
export function decideQuorum(sim: Simulation, groups: readonly (readonly string[])[]): QuorumDecision {
  if (sim.db.forced) return { winner: groups[0] ?? null, challenge: false };
  const { mode, witnessWeight, witness } = sim.db.quorum;
  const needed = votesNeeded(totalVotes(sim));
  if (mode !== 'diskOnly') {
    const alone = groups.find((group) => votesOf(sim, group) >= needed);
    if (alone !== undefined) return { winner: alone, challenge: false };
  }
  const holder = witnessWinner(sim, groups);
  if (holder === undefined) return { winner: null, challenge: false };
  const enough = mode === 'diskOnly' || votesOf(sim, holder) + witnessWeight >= needed;
  if (!enough) return { winner: null, challenge: false };
  const reservation = witness?.kind === 'disk' ? sim.disk(witness.disk).reservation : null;
  return { winner: holder, challenge: reservation !== null && !holder.includes(reservation) };
}

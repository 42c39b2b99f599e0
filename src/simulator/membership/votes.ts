import { majorityOf } from '#shared/model/failure-tolerance';
import { isAtLeast } from '#shared/model/release';
import type { Simulation } from '../engine/simulation';
import type { AgreedVotes } from '../state/database-state';
import type { NodeRecord } from '../state/node-state';
import { witnessThere } from './witness';

/** All votes that count, and how many a partition needs: more than half. */
export function votesNeeded(total: number): number {
  return majorityOf(total);
}

/** Votes that the nodes of the cluster have, there or not, and the witness. */
export function totalVotes(sim: Simulation): number {
  return sumOfVotes(agreedVotes(sim));
}

/** The votes of the moment, as the members agreed on them last. */
export function agreedVotes(sim: Simulation): AgreedVotes {
  const { records, quorum } = sim.db;
  const voters = [...records.values()].filter((record) => record.dynamicWeight === 1);
  return { nodes: Object.fromEntries(voters.map((record) => [record.node, 1])), witness: quorum.witnessWeight };
}

/** All of some votes. */
export function sumOfVotes(votes: AgreedVotes): number {
  return Object.values(votes.nodes).reduce((sum, vote) => sum + vote, 0) + votes.witness;
}

/** Votes of some nodes. */
export function nodeVotes(records: readonly NodeRecord[]): number {
  return records.reduce((sum, record) => sum + record.dynamicWeight, 0);
}

/** Whether votes are set anew after every change (2012 and later, unless switched off). */
export function isDynamic(sim: Simulation): boolean {
  return sim.db.settings.dynamicQuorum && sim.db.quorum.mode !== 'diskOnly';
}

/** Sets the votes anew, for the members and the witness as they are now; a disk witness gets the configuration. */
export function setVotes(sim: Simulation): void {
  const there = witnessThere(sim);
  assignVotes(sim, sim.db.members, there);
  if (there) sim.db.quorum.witnessVersion = sim.db.version;
}

/**
 * Sets the votes of nodes and witness anew, for some members.
 * Static: every node, up or down, has its NodeWeight, and a configured witness one. Dynamic: see the functions below.
 */
export function assignVotes(sim: Simulation, members: readonly string[], witnessThere: boolean): void {
  const { quorum, records } = sim.db;
  if (isDynamic(sim)) assignDynamicVotes(sim, members, witnessThere);
  else {
    quorum.witnessWeight = quorum.witness === null ? 0 : 1;
    quorum.tieBroken = null;
    for (const record of records.values()) record.dynamicWeight = quorum.mode === 'diskOnly' ? 0 : record.weight;
  }
  for (const record of records.values()) sim.touch('nodes', record.node);
  sim.touchSingle('cluster');
  sim.touchSingle('quorum');
}

/** Dynamic quorum: members with NodeWeight 1 vote, others (down ones too) do not. */
function assignDynamicVotes(sim: Simulation, members: readonly string[], witnessThere: boolean): void {
  const { quorum, records } = sim.db;
  const up = new Set(members);
  for (const record of records.values()) record.dynamicWeight = up.has(record.node) ? record.weight : 0;
  const voters = [...records.values()].filter((record) => record.dynamicWeight === 1);
  quorum.witnessWeight = witnessVotes(sim, voters.length, witnessThere) ? 1 : 0;
  quorum.tieBroken = quorum.witnessWeight === 1 ? null : breakTie(sim, voters);
  if (quorum.tieBroken !== null) sim.record(quorum.tieBroken).dynamicWeight = 0;
}

/** Dynamic witness (2012 R2 and later): it votes when the number of node votes is even. 2012: it always votes while it is there. */
function witnessVotes(sim: Simulation, voters: number, there: boolean): boolean {
  if (sim.db.quorum.witness === null || !there) return false;
  return sim.db.settings.dynamicWitness ? voters % 2 === 0 : true;
}

/**
 * An even number of node votes and no witness vote: one node loses its vote.
 * 2012 R2 and later: `lowerPriorityNode` if it votes, else the one that was chosen before if it still votes, else a random one.
 * 2012: only when two are left, and the higher node number keeps it.
 */
function breakTie(sim: Simulation, voters: readonly NodeRecord[]): string | null {
  if (voters.length === 0 || voters.length % 2 === 1) return null;
  const nodes = voters.map((record) => record.node);
  if (!isAtLeast(sim.state.release, '2012R2')) {
    return nodes.length === 2 ? (nodes.sort((a, b) => sim.node(a).number - sim.node(b).number)[0] ?? null) : null;
  }
  const { lowerPriorityNode, tieBroken } = sim.db.quorum;
  if (lowerPriorityNode !== null && nodes.includes(lowerPriorityNode)) return lowerPriorityNode;
  if (tieBroken !== null && nodes.includes(tieBroken)) return tieBroken;
  return sim.pick(nodes) ?? null;
}

import { clusterConnected } from '../fabric/reachability';
import type { Simulation } from '../engine/simulation';
import { bringRolesUp } from '../resources/cluster-start';
import { fullyConnectedGroups } from './components';
import { reachesWitness } from './quorum-decision';
import { touchAllNodes } from './stopped-cluster';
import { assignVotes, nodeVotes, totalVotes, votesNeeded } from './votes';
import { watchHeartbeats } from './heartbeats';
import { awakeWaiting } from './waiting';

/** Whether a node waits and may form a cluster. */
function maySeed(sim: Simulation, id: string): boolean {
  const { powered, service, preventQuorum } = sim.node(id);
  return powered && service === 'waiting' && !preventQuorum;
}

/**
 * When no partition runs: the nodes that wait and reach each other, if they hold more than half of the last agreed votes and
 * one of them, or the witness disk they reach, has the latest configuration (else 1561). Null: they cannot form it.
 */
export function mayForm(sim: Simulation, id: string): readonly string[] | null {
  if (sim.running || !maySeed(sim, id)) return null;
  const waiting = [...sim.db.records.keys()].filter((node) => maySeed(sim, node));
  const groups = fullyConnectedGroups(waiting, (a, b) => clusterConnected(sim, a, b));
  const group = groups.find((nodes) => nodes.includes(id));
  if (group === undefined || !enoughVotes(sim, group)) return null;
  if (!hasLatestConfiguration(sim, group)) {
    const { name } = sim.node(id);
    sim.log(1561, id, { kind: 'node', name }, name);
    return null;
  }
  return group;
}

function enoughVotes(sim: Simulation, group: readonly string[]): boolean {
  const { quorum } = sim.db;
  const witness = reachesWitness(sim, group);
  if (quorum.mode === 'diskOnly') return witness;
  const votes = nodeVotes(group.map((node) => sim.record(node))) + (witness ? quorum.witnessWeight : 0);
  return votes >= votesNeeded(totalVotes(sim));
}

/** A disk witness holds a copy of the configuration; a file share or cloud witness only knows which one is the latest. */
function hasLatestConfiguration(sim: Simulation, group: readonly string[]): boolean {
  if (group.some((node) => sim.node(node).configurationVersion >= sim.db.version)) return true;
  return sim.db.quorum.witness?.kind === 'disk' && reachesWitness(sim, group);
}

/** Some nodes form the cluster: votes are set, the core group comes first, then all roles that are meant to be online. */
export function formCluster(sim: Simulation, group: readonly string[], { forced }: { readonly forced: boolean }): void {
  sim.db.members = [...group].sort((a, b) => sim.node(a).number - sim.node(b).number);
  sim.db.forced = forced;
  sim.db.version += 1;
  for (const id of group) {
    const node = sim.node(id);
    node.service = 'running';
    node.database = sim.db.id;
    sim.cancel(node.starting);
    node.starting = null;
    sim.db.unreachable.clear();
  }
  const [first = ''] = sim.db.members;
  sim.log(1061, first, { kind: 'cluster', name: sim.db.name }, sim.db.name, sim.node(first).name);
  for (const id of sim.db.members) {
    if (id !== first) sim.log(1062, id, { kind: 'node', name: sim.node(id).name }, sim.node(id).name, sim.db.name);
  }
  const witness = sim.db.quorum.witness !== null && reachesWitness(sim, sim.db.members);
  assignVotes(sim, sim.db.members, witness);
  touchAllNodes(sim);
  watchHeartbeats(sim);
  bringRolesUp(sim);
  awakeWaiting(sim);
}

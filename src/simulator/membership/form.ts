import { clusterConnected } from '../fabric/reachability';
import type { Simulation } from '../engine/simulation';
import { bringRolesUp } from '../resources/cluster-start';
import { touchRole } from '../resources/role-ownership';
import { fullyConnectedGroups } from './components';
import { newestFirst, showRunning } from './databases';
import { watchHeartbeats } from './heartbeats';
import { becomeMember } from './members';
import { tellSearch } from './search-events';
import { touchCluster } from './stopped-cluster';
import { agreedVotes, setVotes, sumOfVotes, votesNeeded } from './votes';
import { versionsFit } from './versions';
import { awakeWaiting } from './waiting';
import { reachesWitness, witnessName } from './witness';

/** Whether a node waits and may form the present cluster with others. */
function maySeed(sim: Simulation, id: string): boolean {
  const { powered, service, preventQuorum, copy } = sim.node(id);
  return powered && service === 'waiting' && !preventQuorum && copy === sim.db.id && sim.record(id).quarantine === null;
}

/** The nodes that wait and reach each other, the given one among them. */
function groupOf(sim: Simulation, id: string): readonly string[] {
  const waiting = [...sim.db.records.keys()].filter((node) => maySeed(sim, node));
  const votes = agreedVotes(sim);
  const groups = fullyConnectedGroups({
    nodes: waiting,
    reach: (a, b) => clusterConnected(sim, a, b) && versionsFit(sim.node(a).osBuild, sim.node(b).osBuild),
    weight: (node) => votes.nodes[node] ?? 0,
  });
  return groups.find((nodes) => nodes.includes(id)) ?? [];
}

/**
 * When no partition runs: the nodes that wait and reach each other form the cluster, if they hold more than half of the last
 * agreed votes and one of them, or the witness disk they reach, has the latest configuration (else 1561). Null: they cannot.
 */
export function mayForm(sim: Simulation, id: string): readonly string[] | null {
  if (sim.running || !maySeed(sim, id)) return null;
  const group = groupOf(sim, id);
  const votes = agreedVotes(sim);
  const witness = witnessFree(sim, group);
  const held = group.reduce((sum, node) => sum + (votes.nodes[node] ?? 0), 0);
  const needed = votesNeeded(sumOfVotes(votes));
  if (!hasLatestConfiguration(sim, group, witness)) {
    tellSearch(sim, 1561, id);
    return null;
  }
  if (held + (witness ? votes.witness : 0) >= needed) return group;
  if (held + votes.witness >= needed) tellSearch(sim, 1573, id, witnessName(sim) ?? '');
  return null;
}

/** Whether some nodes reach the witness, and no other partition that runs holds it. */
function witnessFree(sim: Simulation, group: readonly string[]): boolean {
  const held = newestFirst(sim).some(
    (other) =>
      other.id !== sim.db.id && other.members.length > 0 && sim.within(other, () => reachesWitness(sim, other.members)),
  );
  return !held && reachesWitness(sim, group);
}

/** A disk witness holds a copy of the configuration; a file share or cloud witness only knows which one is the latest. */
function hasLatestConfiguration(sim: Simulation, group: readonly string[], witness: boolean): boolean {
  const { quorum, version } = sim.db;
  if (group.some((node) => sim.node(node).configurationVersion >= version)) return true;
  return witness && quorum.witness?.kind === 'disk' && quorum.witnessVersion >= version;
}

/** Some nodes form the cluster (1061, 1062): votes are set, the core group comes first, then all roles that are meant to be online. */
export function formCluster(sim: Simulation, group: readonly string[]): void {
  for (const id of group) becomeMember(sim, id);
  sim.db.unreachable.clear();
  const [first = ''] = sim.db.members;
  sim.log(1061, first, { kind: 'cluster', name: sim.db.name }, sim.db.name, sim.node(first).name);
  for (const id of sim.db.members) {
    const { name } = sim.node(id);
    if (id !== first) sim.log(1062, id, { kind: 'node', name }, name, sim.db.name);
  }
  sim.db.version += 1;
  setVotes(sim);
  showRunning(sim);
  touchCluster(sim);
  for (const role of sim.db.roles.values()) touchRole(sim, role);
  watchHeartbeats(sim);
  bringRolesUp(sim);
  awakeWaiting(sim);
}

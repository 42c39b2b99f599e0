import { clusterConnected } from '../fabric/reachability';
import type { Simulation } from '../engine/simulation';
import { announceRoom } from '../hyperv/machine-power';
import { failBackTo } from '../resources/failback';
import type { DatabaseState } from '../state/database-state';
import { formCluster, mayForm } from './form';
import { watchHeartbeats } from './heartbeats';
import { leaveIsolation } from './isolation';
import { touchAllNodes } from './stopped-cluster';
import { assignVotes } from './votes';
import { awakeWaiting } from './waiting';
import { reachesWitness } from './quorum-decision';

/** The cluster service of a node started: it looks for a cluster, now and every 5 s. */
export function onServiceStart(sim: Simulation, id: string): void {
  const node = sim.node(id);
  node.starting = null;
  if (!node.powered || node.service === 'running' || !sim.db.records.has(id)) return;
  node.service = 'waiting';
  node.waitingSince = sim.now;
  onServiceLook(sim, id);
  awakeWaiting(sim);
}

/** One try to join a running partition, else to form the cluster with others that wait. */
export function onServiceLook(sim: Simulation, id: string): void {
  const node = sim.node(id);
  node.starting = null;
  if (node.service !== 'waiting' || !node.powered) return;
  const partition = partitionInReach(sim, id);
  if (partition !== undefined) sim.within(partition, () => tryJoin(sim, id));
  else if (![...sim.state.databases.values()].some(({ members }) => members.length > 0 && members.includes(id))) {
    const group = mayForm(sim, id);
    if (group !== null) formCluster(sim, group, { forced: false });
  }
}

/** A running partition whose members all reach the node; a forced one first. */
function partitionInReach(sim: Simulation, id: string): DatabaseState | undefined {
  return [...sim.state.databases.values()]
    .filter(({ members, records }) => members.length > 0 && !members.includes(id) && records.has(id))
    .filter(({ members }) => members.every((member) => clusterConnected(sim, member, id)))
    .sort((a, b) => Number(b.forced) - Number(a.forced))[0];
}

function tryJoin(sim: Simulation, id: string): void {
  if (sim.db.regroup !== null) return;
  const { name } = sim.node(id);
  if (sim.record(id).quarantine !== null) {
    sim.log(1675, sim.db.members[0] ?? id, { kind: 'node', name }, name);
    sim.node(id).service = 'stopped';
    return;
  }
  joinCluster(sim, id);
}

/** A node becomes a member: votes are set anew, its isolation ends, and what waits for it comes. */
export function joinCluster(sim: Simulation, id: string): void {
  const node = sim.node(id);
  sim.db.members = [...sim.db.members, id].sort((a, b) => sim.node(a).number - sim.node(b).number);
  node.service = 'running';
  node.database = sim.db.id;
  node.preventQuorum = false;
  sim.db.version += 1;
  sim.log(1062, id, { kind: 'node', name: node.name }, node.name, sim.db.name);
  assignVotes(sim, sim.db.members, reachesWitnessOnline(sim));
  touchAllNodes(sim);
  leaveIsolation(sim, id);
  watchHeartbeats(sim);
  announceRoom(sim);
  failBackTo(sim, id);
  awakeWaiting(sim);
}

function reachesWitnessOnline(sim: Simulation): boolean {
  const { witness } = sim.db.quorum;
  return witness !== null && sim.resource(witness.resource).state !== 'Failed' && reachesWitness(sim, sim.db.members);
}

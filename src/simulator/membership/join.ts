import { clusterAttached, clusterConnected } from '../fabric/reachability';
import type { Simulation } from '../engine/simulation';
import { announceRoom } from '../hyperv/machine-power';
import { failBackTo } from '../resources/failback';
import type { DatabaseState } from '../state/database-state';
import { aliveMembers } from './alive';
import { newestFirst } from './databases';
import { endForce, forceQuorum } from './force-quorum';
import { formCluster, mayForm } from './form';
import { loseAtOnce, watchHeartbeats } from './heartbeats';
import { leaveIsolation } from './isolation';
import { becomeMember } from './members';
import { inPartitionOf } from './partition-of';
import { tellSearch } from './search-events';
import { touchCluster } from './stopped-cluster';
import { versionsFit } from './versions';
import { setVotes } from './votes';
import { awakeWaiting } from './waiting';

/** The cluster service of a node started: it looks for a cluster, now and every 5 s. */
export function onServiceStart(sim: Simulation, id: string): void {
  if (!beginWaiting(sim, id)) return;
  if (!sim.node(id).forceQuorum || !forceQuorum(sim, id)) onServiceLook(sim, id);
  sim.node(id).forceQuorum = false;
  awakeWaiting(sim);
}

/** The service of a node starts to look for a cluster. Answers false where it cannot, or runs already. */
export function beginWaiting(sim: Simulation, id: string): boolean {
  const node = sim.node(id);
  sim.cancel(node.starting);
  node.starting = null;
  if (!node.powered || node.service === 'running') return false;
  return inPartitionOf(sim, id, () => {
    const record = sim.db.records.get(id);
    if (record === undefined) return false;
    if (record.quarantine !== null) record.quarantine = { ...record.quarantine, refused: false };
    node.service = 'waiting';
    node.waitingSince = sim.now;
    node.toldSince = [];
    if (!clusterAttached(sim, id)) tellSearch(sim, 1553, id);
    sim.touch('nodes', id);
    if (sim.isMember(id)) loseAtOnce(sim, id);
    return true;
  });
}

/** One try to join a running partition, else to form the cluster with others that wait. */
export function onServiceLook(sim: Simulation, id: string): void {
  const node = sim.node(id);
  node.starting = null;
  if (node.service !== 'waiting' || !node.powered) return;
  const partition = partitionInReach(sim, id);
  if (partition !== undefined) sim.within(partition, () => tryJoin(sim, id));
  else {
    inPartitionOf(sim, id, () => {
      const group = mayForm(sim, id);
      if (group !== null) formCluster(sim, group);
    });
  }
}

/** A running partition that the node can join: it is configured there and reaches all its members; the one forced last first. */
function partitionInReach(sim: Simulation, id: string): DatabaseState | undefined {
  return newestFirst(sim).find(
    ({ members, records }) =>
      members.length > 0 &&
      records.has(id) &&
      !members.includes(id) &&
      members.every((member) => clusterConnected(sim, member, id)),
  );
}

/** Quarantined (1675) or with a Windows that does not fit (1546) it may not join; while a regroup is under way nobody does. */
function tryJoin(sim: Simulation, id: string): void {
  if (sim.db.regroup !== null) return;
  const { name, osBuild } = sim.node(id);
  const { quarantine } = sim.record(id);
  const other = sim.db.members.find((member) => !versionsFit(osBuild, sim.node(member).osBuild));
  if (other !== undefined)
    tellSearch(sim, 1546, id, `build ${osBuild}`, `${sim.node(other).name} with build ${sim.node(other).osBuild}`);
  else if (quarantine === null) joinCluster(sim, id);
  else if (!quarantine.refused) {
    sim.record(id).quarantine = { ...quarantine, refused: true, told: true };
    sim.log(1675, aliveMembers(sim)[0] ?? id, { kind: 'node', name }, name);
    if (!quarantine.told) sim.log(1676, id, { kind: 'node', name }, name);
  }
}

/** A node becomes a member (1062): votes are set anew, its isolation ends, and what waits for it comes. */
export function joinCluster(sim: Simulation, id: string): void {
  const { name } = sim.node(id);
  becomeMember(sim, id);
  sim.log(1062, id, { kind: 'node', name }, name, sim.db.name);
  sim.db.version += 1;
  setVotes(sim);
  endForce(sim);
  touchCluster(sim);
  leaveIsolation(sim, id);
  watchHeartbeats(sim);
  announceRoom(sim);
  failBackTo(sim, id);
  awakeWaiting(sim);
}

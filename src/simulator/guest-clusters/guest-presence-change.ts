import type { Simulation } from '../engine/simulation';
import { aliveMembers } from '../membership/alive';
import { listenAnew } from '../membership/heartbeats';
import { leaveCluster } from '../membership/leave';
import { inPartitionOf } from '../membership/partition-of';
import { powerOn } from '../membership/node-power';
import { endPartition } from '../membership/quorum-loss';
import { endService, stopForLackOfQuorum } from '../membership/service';
import { advanceRole } from '../resources/role-advance';
import type { NodeState } from '../state/node-state';
import type { Presence } from './presence';

/** A guest that stands still: no power for the others, but its service goes on where it was when the guest does. */
function standsStill({ powered, service }: NodeState): boolean {
  return !powered && service === 'running';
}

/** Nobody is left of a partition, not even one that only stands still: it has stopped. */
function stopIfNobodyIsLeft(sim: Simulation): void {
  if (sim.running && aliveMembers(sim).length === 0 && !sim.db.members.some((id) => standsStill(sim.node(id))))
    endPartition(sim);
}

/** A guest is gone without a word: the others know only when its heartbeats have been missed. */
function lose(sim: Simulation, node: NodeState): void {
  sim.cancel(node.starting);
  node.starting = null;
  node.powered = false;
  node.booting = false;
  if (node.service === 'running') endService(sim, node.id);
  node.service = 'stopped';
  stopIfNobodyIsLeft(sim);
}

/** A guest shuts down: its vote is handed over and its roles go on elsewhere, at once. During a regroup it is just gone. */
function leave(sim: Simulation, node: NodeState): void {
  const inOrder = node.powered && node.service === 'running' && sim.isMember(node.id) && sim.db.regroup === null;
  if (inOrder) leaveCluster(sim, node.id);
  lose(sim, node);
}

/** A guest stands still. One that was not a member yet starts its service anew when it goes on. */
function freeze(sim: Simulation, node: NodeState): void {
  if (node.service !== 'running') {
    lose(sim, node);
    return;
  }
  node.powered = false;
  node.configurationVersion = sim.db.version;
}

/** What was pending on a guest when it stood still goes on. */
function goOn(sim: Simulation, id: string): void {
  for (const role of [...sim.db.roles.values()]) {
    if (role.owner !== id) continue;
    for (const resource of sim.resourcesOf(role)) {
      const pending = resource.state === 'OnlinePending' || resource.state === 'OfflinePending';
      if (pending && resource.timer === null)
        resource.timer = sim.soon({ type: 'resource.done', resource: resource.id });
    }
    advanceRole(sim, role);
  }
}

/** A guest goes on: nobody noticed, or it finds that the others went on without it, and its service stops and starts again (1177). */
function thaw(sim: Simulation, node: NodeState): void {
  const version = node.configurationVersion;
  node.powered = true;
  if (sim.isMember(node.id)) {
    listenAnew(sim, node.id);
    goOn(sim, node.id);
    return;
  }
  stopForLackOfQuorum(sim, node.id);
  node.configurationVersion = version;
}

/** Lets a guest cluster know what has become of the machine of a node. Answers whether that is something new. */
export function setPresence(sim: Simulation, id: string, presence: Presence): boolean {
  const node = sim.node(id);
  const change = changeOf(node, presence);
  if (change !== null) inPartitionOf(sim, id, () => change(sim, node));
  return change !== null;
}

function changeOf(node: NodeState, presence: Presence): ((sim: Simulation, node: NodeState) => void) | null {
  if (presence === 'answers') {
    if (node.powered) return null;
    return standsStill(node) ? thaw : (sim) => powerOn(sim, node.id);
  }
  if (presence === 'silent') return node.powered ? freeze : null;
  if (!node.powered && !standsStill(node)) return null;
  return presence === 'leaving' ? leave : lose;
}

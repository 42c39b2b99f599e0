import type { Simulation } from '../engine/simulation';
import { announceRoom } from '../hyperv/machine-power';
import { nextAfterNodeLoss } from '../resources/placement';
import { setOwner } from '../resources/role-ownership';
import { failOverRolesOf } from './loss-order';
import { leaveCluster } from './leave';
import { setNodeCount } from './node-records';
import { hasQuorum } from './quorum-decision';
import { reconsiderVotes } from './quorum-change';
import { touchCluster } from './stopped-cluster';
import { isDynamic, votesNeeded } from './votes';
import { reachesWitness, witnessThere } from './witness';

/** Whether the cluster keeps its quorum when a node is taken out of it for good: then its vote counts no more. */
export function canEvict(sim: Simulation, node: string): boolean {
  const others = sim.db.members.filter((member) => member !== node);
  if (others.length === 0) return false;
  if (!sim.isMember(node) && sim.db.regroup === null && hasQuorum(sim)) return true;
  const witness = witnessThere(sim) && reachesWitness(sim, others);
  if (sim.db.quorum.mode === 'diskOnly') return witness;
  const sum = (nodes: readonly string[]): number => nodes.reduce((total, id) => total + sim.record(id).weight, 0);
  if (isDynamic(sim)) return sum(others) > 0 || witness;
  const all = sum([...sim.db.records.keys()].filter((id) => id !== node)) + (sim.db.quorum.witness === null ? 0 : 1);
  return sum(others) + (witness ? 1 : 0) >= votesNeeded(all);
}

/**
 * A node is no node of the cluster any more (1011): it disappears from all lists of owners, and what it still had goes elsewhere.
 * Where it was the only possible owner the list is empty then, which means every node ([MS-CMRP] 3.1.4.2.25, 3.1.4.2.72).
 */
export function evictNode(sim: Simulation, id: string): void {
  const { name } = sim.node(id);
  const record = sim.record(id);
  if (record.isolation !== null) {
    sim.cancel(record.isolation.event);
    record.isolation = null;
    for (const role of sim.db.roles.values()) if (role.owner === id) role.unmonitored = false;
    failOverRolesOf(sim, [id]);
  }
  sim.cancel(record.quarantine?.event ?? null);
  sim.db.records.delete(id);
  forgetOwner(sim, id);
  setNodeCount(sim);
  if (sim.isMember(id)) leaveCluster(sim, id);
  else {
    sim.db.version += 1;
    reconsiderVotes(sim);
    touchCluster(sim);
  }
  for (const role of sim.db.roles.values()) {
    if (role.owner === id) setOwner(sim, role, nextAfterNodeLoss(sim, role) ?? sim.db.members[0] ?? id);
    if (role.previousOwner === id) role.previousOwner = null;
  }
  announceRoom(sim);
  sim.node(id).service = 'stopped';
  sim.touch('nodes', id);
  sim.logByAll(1011, { kind: 'node', name }, name);
}

/** A node disappears from every list of owners. */
function forgetOwner(sim: Simulation, id: string): void {
  const without = (nodes: readonly string[]): string[] => nodes.filter((node) => node !== id);
  for (const role of sim.db.roles.values()) {
    role.preferredOwners = without(role.preferredOwners);
    sim.touch('roles', role.id);
  }
  for (const resource of sim.db.resources.values()) {
    if (resource.possibleOwners.length === 0) continue;
    resource.possibleOwners = without(resource.possibleOwners);
    sim.touch('resources', resource.id);
  }
  if (sim.db.quorum.lowerPriorityNode === id) sim.db.quorum.lowerPriorityNode = null;
}

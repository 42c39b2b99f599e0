import type { Simulation } from '../engine/simulation';
import { nextAfterNodeLoss } from '../resources/placement';
import { failOverFromLostNode } from '../resources/role-actions';
import { byPriority } from '../resources/role-priority';
import { waitForNode } from '../resources/waiting-roles';
import { setDiskOwner } from '../storage/disk-ownership';
import { moveCoordinator, nextCoordinator } from '../storage/volume-coordinator';
import { forgetHeartbeats, watchHeartbeats } from './heartbeats';
import { reachesWitness } from './quorum-decision';
import { endService } from './service';
import { touchAllNodes } from './stopped-cluster';
import { assignVotes, isDynamic, totalVotes, votesNeeded } from './votes';
import { awakeWaiting } from './waiting';
import { witnessOnline } from './witness';
import { checkNetworks } from '../fabric/network-states';

/**
 * Whether the cluster keeps its quorum when a node leaves gracefully, judged after the vote was handed over: with dynamic
 * quorum the others get all votes, else they need more than half of the total, with the witness that they reach.
 */
export function canLeave(sim: Simulation, node: string): boolean {
  const others = sim.db.members.filter((member) => member !== node);
  if (others.length === 0) return false;
  const witness = witnessOnline(sim) && reachesWitness(sim, others);
  if (sim.db.quorum.mode === 'diskOnly') return witness;
  const weights = others.reduce((sum, member) => sum + sim.record(member).weight, 0);
  if (isDynamic(sim)) return weights > 0 || witness;
  return weights + (witness ? sim.db.quorum.witnessWeight : 0) >= votesNeeded(totalVotes(sim));
}

/** A node leaves in good order: its vote is handed over, nobody waits for it (1063). What is still on it goes on elsewhere. */
export function leaveCluster(sim: Simulation, id: string): void {
  const { name } = sim.node(id);
  sim.log(1063, id, { kind: 'node', name }, name);
  endService(sim, id);
  sim.db.members = sim.db.members.filter((member) => member !== id);
  sim.db.version += 1;
  assignVotes(sim, sim.db.members, witnessOnline(sim));
  for (const volume of sim.db.volumes.values()) {
    const next = volume.coordinator === id ? nextCoordinator(sim, volume, id) : undefined;
    if (next !== undefined) moveCoordinator(sim, volume, next);
  }
  for (const disk of sim.state.disks.values()) if (disk.reservation === id) setDiskOwner(sim, disk.id, null);
  for (const role of byPriority([...sim.db.roles.values()].filter(({ owner }) => owner === id))) {
    const to = nextAfterNodeLoss(sim, role);
    if (to === undefined) waitForNode(sim, role);
    else failOverFromLostNode(sim, role, to);
  }
  forgetHeartbeats(sim);
  watchHeartbeats(sim);
  checkNetworks(sim);
  touchAllNodes(sim);
  awakeWaiting(sim);
}

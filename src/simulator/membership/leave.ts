import { failMigrationsOf } from '../hyperv/live-migration';
import { checkNetworks } from '../fabric/network-states';
import type { Simulation } from '../engine/simulation';
import { nextAfterNodeLoss } from '../resources/placement';
import { failOverFromLostNode } from '../resources/role-failover';
import { byPriority } from '../resources/role-priority';
import { waitForNode } from '../resources/waiting-roles';
import { setDiskOwner } from '../storage/disk-ownership';
import { moveCoordinator, nextCoordinator } from '../storage/volume-coordinator';
import { forgetHeartbeats, watchHeartbeats } from './heartbeats';
import { endPartition, reconsiderQuorum } from './quorum-loss';
import { endService } from './service';
import { touchCluster } from './stopped-cluster';
import { isDynamic, setVotes, totalVotes, votesNeeded } from './votes';
import { awakeWaiting } from './waiting';
import { reachesWitness, witnessThere } from './witness';

/**
 * Whether the cluster keeps its quorum when a node leaves gracefully, judged after the vote was handed over: with dynamic
 * quorum the others get all votes, else they need more than half of the total, with the witness that they reach.
 */
export function canLeave(sim: Simulation, node: string): boolean {
  const others = sim.db.members.filter((member) => member !== node);
  if (others.length === 0) return false;
  const witness = witnessThere(sim) && reachesWitness(sim, others);
  if (sim.db.quorum.mode === 'diskOnly') return witness;
  const weights = others.reduce((sum, member) => sum + sim.record(member).weight, 0);
  if (isDynamic(sim)) return weights > 0 || witness;
  return weights + (witness ? sim.db.quorum.witnessWeight : 0) >= votesNeeded(totalVotes(sim));
}

/**
 * A node leaves in good order: its vote is handed over, nobody waits for it (1063). What is still on it goes on elsewhere. Where
 * it leaves although that costs the quorum, because its server restarts, the others stop.
 */
export function leaveCluster(sim: Simulation, id: string): void {
  const { name } = sim.node(id);
  const stays = canLeave(sim, id);
  sim.log(1063, id, { kind: 'node', name }, name);
  failMigrationsOf(sim, id, `${name} leaves the cluster.`);
  endService(sim, id);
  if (sim.db.members.length === 1) {
    endPartition(sim);
    return;
  }
  sim.db.members = sim.db.members.filter((member) => member !== id);
  sim.db.version += 1;
  for (const volume of sim.db.volumes.values()) {
    const next = volume.coordinator === id ? nextCoordinator(sim, volume, id) : undefined;
    if (next !== undefined) moveCoordinator(sim, volume, next);
  }
  for (const disk of sim.state.disks.values()) if (disk.reservation === id) setDiskOwner(sim, disk.id, null);
  if (stays) setVotes(sim);
  for (const role of byPriority([...sim.db.roles.values()].filter(({ owner }) => owner === id))) {
    const to = nextAfterNodeLoss(sim, role);
    if (to === undefined) waitForNode(sim, role);
    else failOverFromLostNode(sim, role, to);
  }
  forgetHeartbeats(sim);
  reconsiderQuorum(sim);
  watchHeartbeats(sim);
  checkNetworks(sim);
  touchCluster(sim);
  awakeWaiting(sim);
}

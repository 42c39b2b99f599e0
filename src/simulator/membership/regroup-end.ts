import type { Simulation } from '../engine/simulation';
import { fullyConnectedGroups } from './components';
import { forgetHeartbeats, pairKey, watchHeartbeats } from './heartbeats';
import { loseNodes } from './loss';
import { decideQuorum } from './quorum-decision';
import { waitForChallenge } from './regroup-begin';
import { stopForLackOfQuorum } from './service';
import { stopCluster } from './stopped-cluster';
import { clusterGroup } from './core-group';
import { setDiskOwner } from '../storage/disk-ownership';
import { awakeWaiting } from './waiting';

/** The regroup is over: it decides once who goes on, with the votes from before it began. */
export function onRegroupEnd(sim: Simulation): void {
  const { regroup } = sim.db;
  if (regroup === null) return;
  sim.db.regroup = null;
  const alive = sim.db.members.filter((node) => sim.node(node).powered && sim.node(node).service === 'running');
  const reach = (a: string, b: string): boolean => !sim.db.unreachable.has(pairKey(a, b)) && !sim.db.unreachable.has(pairKey(b, a));
  const groups = fullyConnectedGroups(alive, reach);
  const { winner, challenge } = decideQuorum(sim, groups);
  if (winner !== null && challenge && !regroup.challenged) {
    waitForChallenge(sim);
    return;
  }
  const survivors = sim.db.members.filter((node) => winner?.includes(node) ?? false);
  const lost = sim.db.members.filter((node) => !survivors.includes(node));
  for (const node of alive) if (!survivors.includes(node)) stopForLackOfQuorum(sim, node);
  if (survivors.length === 0) stopCluster(sim);
  else {
    takeWitness(sim, survivors, challenge);
    loseNodes(sim, survivors, lost);
  }
  forgetHeartbeats(sim);
  watchHeartbeats(sim);
  awakeWaiting(sim);
}

/** The reservation of a witness disk that was taken in the challenge belongs to the node that gets the core group. */
function takeWitness(sim: Simulation, survivors: readonly string[], challenged: boolean): void {
  const { witness } = sim.db.quorum;
  if (!challenged || witness?.kind !== 'disk') return;
  const previous = clusterGroup(sim)?.previousOwner ?? null;
  const next = previous !== null && survivors.includes(previous) ? previous : survivors[0];
  setDiskOwner(sim, witness.disk, next ?? null);
}

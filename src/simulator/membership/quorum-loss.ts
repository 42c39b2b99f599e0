import { checkNetworks } from '../fabric/network-states';
import type { Simulation } from '../engine/simulation';
import { aliveMembers } from './alive';
import { forgetHeartbeats, watchHeartbeats } from './heartbeats';
import { hasQuorum } from './quorum-decision';
import { stopForLackOfQuorum } from './service';
import { stopCluster } from './stopped-cluster';
import { setVotes } from './votes';
import { awakeWaiting } from './waiting';

/** The whole partition lost quorum: every member stops its service (1177). */
function loseQuorum(sim: Simulation): void {
  for (const node of aliveMembers(sim)) stopForLackOfQuorum(sim, node);
  endPartition(sim);
}

/** Nobody runs the partition any more. */
export function endPartition(sim: Simulation): void {
  stopCluster(sim);
  forgetHeartbeats(sim);
  watchHeartbeats(sim);
  checkNetworks(sim);
  awakeWaiting(sim);
}

/**
 * Votes may have come or gone, by the witness or a command: a partition needs more than half of the votes of the moment before,
 * then they are set anew. While a regroup is under way it decides, with the votes from before it began.
 */
export function reconsiderQuorum(sim: Simulation): void {
  if (!sim.running || sim.db.regroup !== null) return;
  if (aliveMembers(sim).length === 0) endPartition(sim);
  else if (!sim.db.forced && !hasQuorum(sim)) loseQuorum(sim);
  else setVotes(sim);
}

import { clusterConnected } from '../fabric/reachability';
import type { Simulation } from '../engine/simulation';
import { copyDatabase, newestFirst } from './databases';
import { formCluster } from './form';
import { hasQuorum } from './quorum-decision';

/** Whether a running partition is in reach of a node, which then joins it instead of starting one of its own. */
function partitionNear(sim: Simulation, id: string): boolean {
  return newestFirst(sim).some(({ members }) => members.some((member) => clusterConnected(sim, member, id)));
}

/**
 * A node starts a partition without asking for votes. Its configuration is the one that counts from now on: others that come
 * back must join it (5396) and lose what they changed. Answers false when there is a running partition that it has to join.
 */
export function forceQuorum(sim: Simulation, id: string): boolean {
  const node = sim.node(id);
  if (partitionNear(sim, id)) return false;
  const database = copyDatabase(sim, node.copy);
  node.copy = database.id;
  sim.within(database, () => {
    formCluster(sim, [id]);
    sim.db.forced = !hasQuorum(sim);
  });
  return true;
}

/** A forced partition that has got its majority back is one like any other. */
export function endForce(sim: Simulation): void {
  if (sim.db.forced && hasQuorum(sim)) sim.db.forced = false;
}

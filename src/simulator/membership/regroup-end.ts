import { checkNetworks } from '../fabric/network-states';
import type { Simulation } from '../engine/simulation';
import { isAlive } from './alive';
import { fullyConnectedGroups } from './components';
import { forgetHeartbeats, watchHeartbeats } from './heartbeats';
import { loseNodes } from './loss';
import { decideQuorum } from './quorum-decision';
import { answers } from './regroup-answers';
import { stopForLackOfQuorum } from './service';
import { stopCluster } from './stopped-cluster';
import { awakeWaiting } from './waiting';

/**
 * The regroup is over: it decides once who goes on, with the votes from before it began. A member that died without anyone
 * having noticed yet still counts for its group.
 */
export function onRegroupEnd(sim: Simulation): void {
  const { regroup } = sim.db;
  if (regroup === null) return;
  sim.db.regroup = null;
  const reach = answers(sim);
  const groups = fullyConnectedGroups({
    nodes: sim.db.members,
    reach,
    weight: (node) => regroup.votes.nodes[node] ?? 0,
  });
  const living = groups.filter((group) => group.some((node) => isAlive(sim, node)));
  const survivors = decideQuorum(sim, living, regroup.votes) ?? [];
  const lost = sim.db.members.filter((node) => !survivors.includes(node));
  for (const node of lost)
    if (isAlive(sim, node))
      stopLoser(
        sim,
        node,
        survivors.some((other) => reach(node, other)),
      );
  if (survivors.length === 0) stopCluster(sim);
  else
    loseNodes(
      sim,
      sim.db.members.filter((node) => survivors.includes(node)),
      lost,
    );
  forgetHeartbeats(sim);
  watchHeartbeats(sim);
  checkNetworks(sim);
  awakeWaiting(sim);
}

/** A node that reaches some of the survivors but not all says so (1006): a membership must be fully connected. */
function stopLoser(sim: Simulation, node: string, reachesSome: boolean): void {
  const { name } = sim.node(node);
  if (reachesSome) sim.log(1006, node, { kind: 'node', name }, name);
  stopForLackOfQuorum(sim, node);
}

import type { Simulation } from '../engine/simulation';
import { clusterAttached } from '../fabric/reachability';
import { failMigrationsOf } from '../hyperv/live-migration';
import { losePlainVolumes } from '../storage/plain-storage';

/** The cluster service of a node does not run any more: what it keeps is the configuration of its partition as it is now. */
export function endService(sim: Simulation, id: string): void {
  const node = sim.node(id);
  node.service = 'stopped';
  node.database = null;
  node.configurationVersion = sim.db.version;
  losePlainVolumes(sim, id);
  sim.touch('nodes', id);
}

/**
 * A node without quorum stops its cluster service (1177), and says so when it has no network to anyone (1553). The service
 * starts again after `serviceRestart`.
 */
export function stopForLackOfQuorum(sim: Simulation, id: string): void {
  const { name } = sim.node(id);
  if (!clusterAttached(sim, id)) sim.log(1553, id, { kind: 'node', name }, name);
  sim.log(1177, id, { kind: 'node', name }, name);
  failMigrationsOf(sim, id, `${name} lost quorum.`);
  endService(sim, id);
  startServiceLater(sim, id, sim.db.settings.serviceRestart);
}

/** The service of a node starts by itself after a time. */
export function startServiceLater(sim: Simulation, id: string, after: number): void {
  const node = sim.node(id);
  sim.cancel(node.starting);
  node.starting = sim.schedule(sim.now + after, { type: 'service.start', node: id });
}

import { changeLog } from '../engine/change-log';
import { Simulation } from '../engine/simulation';
import type { Scenario } from '../scenario/scenario';
import { buildCluster } from './build-cluster';
import { buildFabric } from './build-fabric';
import { knowRoleStates } from '../resources/role-news';
import { settlePaths } from '../storage/path-watch';
import { startSynchronization } from '../storage/storage-faults';
import { buildGuestClusters } from './build-guest-clusters';
import { emptyState } from './empty-state';
import { Names } from './names';

/** The simulation of a scenario at its start. Its timeline is not scheduled yet. */
export function buildSimulation(scenario: Scenario): Simulation {
  const sim = new Simulation(emptyState(scenario));
  const names = new Names();
  buildFabric(sim, scenario, names);
  buildCluster(sim, scenario, names);
  startSynchronization(sim);
  buildGuestClusters(sim, scenario, names);
  for (const settled of [sim, ...sim.guests.values()]) {
    settlePaths(settled);
    knowRoleStates(settled);
  }
  // Nobody has looked yet: nothing of this is a change.
  sim.changes = changeLog();
  return sim;
}

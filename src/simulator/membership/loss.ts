import type { Simulation } from '../engine/simulation';
import { failMigrationsOf } from '../hyperv/live-migration';
import { loseCoordinators } from '../storage/volume-watch';
import { abortDrain } from './drain-abort';
import { isolateNode } from './isolation';
import { failOverRolesOf } from './loss-order';
import { countLeave } from './quarantine';
import { touchCluster } from './stopped-cluster';
import { setVotes } from './votes';

/** Members were lost ungracefully (1135): the others go on without them, and what ran there is isolated or fails over. */
export function loseNodes(sim: Simulation, survivors: readonly string[], lost: readonly string[]): void {
  sim.db.members = [...survivors];
  sim.db.version += 1;
  touchCluster(sim);
  for (const node of lost) {
    const { name } = sim.node(node);
    sim.logByAll(1135, { kind: 'node', name }, name);
    abortDrain(sim, sim.record(node));
    failMigrationsOf(sim, node, `${name} left the membership.`);
  }
  for (const node of lost) if (!countLeave(sim, node)) isolateNode(sim, node);
  setVotes(sim);
  loseCoordinators(sim, lost);
  failOverRolesOf(sim, lost);
}

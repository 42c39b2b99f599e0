import { failMigrationsOf } from '../hyperv/live-migration';
import type { Simulation } from '../engine/simulation';
import { loseCoordinators } from '../storage/volume-coordinator';
import { isolateNode } from './isolation';
import { failOverRolesOf } from './loss-order';
import { countLeave } from './quarantine';
import { endService } from './service';
import { assignVotes } from './votes';
import { witnessOnline } from './witness';
import { touchAllNodes } from './stopped-cluster';

/** Members were lost ungracefully: the others go on without them, and what ran there is isolated or fails over. */
export function loseNodes(sim: Simulation, survivors: readonly string[], lost: readonly string[]): void {
  sim.db.members = [...survivors];
  for (const node of lost) if (sim.node(node).service !== 'waiting') endLostMember(sim, node);
  sim.db.version += 1;
  touchAllNodes(sim);
  for (const node of lost) {
    const { name } = sim.node(node);
    sim.logByAll(1135, { kind: 'node', name }, name);
    failMigrationsOf(sim, node, `${name} left the membership.`);
  }
  for (const node of lost) if (!countLeave(sim, node)) isolateNode(sim, node);
  assignVotes(sim, survivors, witnessOnline(sim));
  loseCoordinators(sim, lost);
  failOverRolesOf(sim, lost);
}

/** Its service may have started again already: then it looks for the cluster like any other. */
function endLostMember(sim: Simulation, node: string): void {
  if (sim.node(node).database === sim.db.id) endService(sim, node);
}

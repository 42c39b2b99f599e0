import type { Simulation } from '../engine/simulation';

/** Whether a node really runs the cluster service as a member of the present partition, whatever the others know of it yet. */
export function isAlive(sim: Simulation, node: string): boolean {
  const { powered, service, database } = sim.node(node);
  return powered && service === 'running' && database === sim.db.id;
}

/** Members of the present partition that really run it. */
export function aliveMembers(sim: Simulation): readonly string[] {
  return sim.db.members.filter((node) => isAlive(sim, node));
}

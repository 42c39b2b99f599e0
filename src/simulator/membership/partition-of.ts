import { lookUp, type Simulation } from '../engine/simulation';

/** Does something for the partition whose configuration a node runs, or has on its disk while it runs none. */
export function inPartitionOf<T>(sim: Simulation, id: string, work: () => T): T {
  return sim.within(lookUp(sim.state.databases, sim.node(id).copy), work);
}

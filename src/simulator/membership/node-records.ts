import type { Simulation } from '../engine/simulation';

/** Makes a server a configured node of the cluster. */
export function addNodeRecord(sim: Simulation, node: string, weight: 0 | 1): void {
  sim.db.records.set(node, {
    node,
    weight,
    dynamicWeight: 0,
    paused: false,
    drain: { status: 'NotInitiated', operation: null, destination: null, pending: [], stuck: [], then: 'pause' },
    drained: [],
    isolation: null,
    quarantine: null,
    leaves: [],
  });
  sim.touch('nodes', node);
}

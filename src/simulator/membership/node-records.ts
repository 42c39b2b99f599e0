import type { Simulation } from '../engine/simulation';

/** Makes a server a configured node of the cluster. */
export function addNodeRecord(sim: Simulation, node: string, weight: 0 | 1): void {
  sim.db.records.set(node, {
    node,
    weight,
    dynamicWeight: 0,
    paused: false,
    drain: {
      status: 'NotInitiated',
      ended: 'NotInitiated',
      operation: null,
      destination: null,
      pending: [],
      stuck: [],
      then: 'pause',
    },
    drained: [],
    isolation: null,
    quarantine: null,
    leaves: [],
  });
  sim.touch('nodes', node);
}

/** The number of nodes changed: the default of failoverThreshold, nodes - 1, follows it. */
export function setNodeCount(sim: Simulation): void {
  const { settings, records } = sim.db;
  if (settings.failoverThreshold === sim.db.nodeCount - 1) settings.failoverThreshold = Math.max(0, records.size - 1);
  sim.db.nodeCount = records.size;
}

/** Why no role comes to a member: it is paused, or everything is leaving it. Null: roles may come. */
export function closedToRoles(sim: Simulation, node: string): string | null {
  const { paused, drain } = sim.record(node);
  if (paused) return `${sim.node(node).name} is paused.`;
  return drain.status === 'InProgress' ? `${sim.node(node).name} is being drained.` : null;
}

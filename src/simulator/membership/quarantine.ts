import type { Simulation } from '../engine/simulation';

/** How many nodes may be quarantined at once: a quarter of the nodes, rounded down, at least one. */
function quarantineLimit(nodes: number): number {
  return Math.max(1, Math.floor(nodes / 4));
}

/**
 * Counts an ungraceful leave. The third within `quarantinePeriod` quarantines the node, whatever it hosts, for
 * `quarantineDuration` (1672 by the survivors, 1676 by itself, when it has power again if it has none). Answers whether it is
 * quarantined.
 */
export function countLeave(sim: Simulation, node: string): boolean {
  const { quarantineThreshold, quarantinePeriod, quarantineDuration } = sim.db.settings;
  const record = sim.record(node);
  if (quarantineThreshold === 0) return false;
  record.leaves = [...record.leaves.filter((time) => time > sim.now - quarantinePeriod), sim.now];
  const quarantined = [...sim.db.records.values()].filter((other) => other.quarantine !== null).length;
  if (record.leaves.length < quarantineThreshold || quarantined >= quarantineLimit(sim.db.records.size)) return false;
  const until = sim.now + quarantineDuration;
  const { name, powered } = sim.node(node);
  const event = sim.schedule(until, { type: 'quarantine.end', node });
  record.quarantine = { until, event, refused: false, told: powered };
  record.leaves = [];
  sim.logByAll(1672, { kind: 'node', name }, name);
  if (powered) sim.log(1676, node, { kind: 'node', name }, name);
  sim.touch('nodes', node);
  return true;
}

/** A node may join again, because its time is over or because it was cleared. */
export function endQuarantine(sim: Simulation, node: string): void {
  const record = sim.db.records.get(node);
  if (record === undefined || record.quarantine === null) return;
  sim.cancel(record.quarantine.event);
  record.quarantine = null;
  sim.touch('nodes', node);
}

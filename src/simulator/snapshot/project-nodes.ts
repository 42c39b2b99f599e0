import type { Node, NodeState as ShownState } from '#shared/model/node';
import type { Simulation } from '../engine/simulation';
import type { NodeRecord, NodeState } from '../state/node-state';

/** Bytes that machines can still get on a node, as far as is known: of one that is dead without anyone knowing as before; null of one that is off. */
export function memoryAvailable(sim: Simulation, node: NodeState): number | null {
  if (!node.powered && !sim.isMember(node.id)) return null;
  const used = node.powered ? node.committed : lastKnownUse(sim, node);
  return Math.max(0, node.memory - node.hostReserve - used);
}

function lastKnownUse(sim: Simulation, node: NodeState): number {
  const running = sim.index.machinesOn(node.id).filter(({ state }) => state !== 'Off' && state !== 'Saved');
  return running.reduce((sum, { memory }) => sum + memory, 0);
}

function shownState(sim: Simulation, node: NodeState, record: NodeRecord | undefined): ShownState {
  if (record === undefined || !sim.isMember(node.id)) return 'Down';
  return record.paused ? 'Paused' : 'Up';
}

function drainInformation(record: NodeRecord): string | null {
  if (record.drain.status === 'InProgress') return 'DrainInProgress';
  if (!record.paused) return null;
  return { NotInitiated: null, Completed: 'DrainCompleted', Failed: 'DrainFailed' }[record.drain.status];
}

function statusInformation(record: NodeRecord): string {
  const flags = [
    record.isolation === null ? null : 'Isolated',
    record.quarantine === null ? null : 'Quarantined',
    drainInformation(record),
  ].filter((flag) => flag !== null);
  return flags.length === 0 ? 'Normal' : flags.join(', ');
}

/** A server as the running partition knows it. */
export function projectNode(sim: Simulation, node: NodeState): Node {
  const record = sim.db.records.get(node.id);
  return {
    id: node.id,
    name: node.name,
    nodeNumber: node.number,
    state: shownState(sim, node, record),
    statusInformation: record === undefined ? 'Normal' : statusInformation(record),
    statusUntil: record?.quarantine?.until ?? record?.isolation?.until ?? null,
    drainStatus: record?.drain.status ?? 'NotInitiated',
    nodeWeight: record?.weight ?? 1,
    dynamicWeight: record?.dynamicWeight ?? 0,
    site: node.site,
    osBuild: node.osBuild,
    manufacturer: null,
    model: null,
    logicalProcessors: node.processor.logicalProcessors,
    memoryTotal: node.memory,
    memoryAvailable: memoryAvailable(sim, node),
    processorUsage: null,
  };
}

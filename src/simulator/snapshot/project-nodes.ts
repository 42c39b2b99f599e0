import type { Node, NodeState as ShownState } from '#shared/model/node';
import type { Simulation } from '../engine/simulation';
import type { NodeRecord, NodeState } from '../state/node-state';

/** Bytes that machines can still get on a node. */
export function memoryAvailable(node: NodeState): number {
  return Math.max(0, node.memory - node.hostReserve - node.committed);
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
    memoryAvailable: node.powered ? memoryAvailable(node) : null,
    processorUsage: null,
  };
}

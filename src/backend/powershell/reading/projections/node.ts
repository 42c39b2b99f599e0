import type { Node } from '#shared/model/node';
import { drainStatuses, flagsOf, nodeFlags, nodeStates, wordOf } from '../enumerations';
import type { RowIndex } from '../row-index';
import { nodeNumberOf, type NodeRow } from '../rows/node-row';

/** `Site:Berlin` among the fault domains of a node. */
function siteOf(domains: readonly string[]): string | null {
  const site = domains.map((domain) => /^Site:(.+)$/i.exec(domain)?.[1]).find((found) => found !== undefined);
  return site ?? null;
}

/** A node, with what its own host says of it where that was read. */
export function projectNode(row: NodeRow, index: RowIndex): Node {
  const host = index.hostOf(row.Name);
  const weight = row.NodeWeight === 0 ? 0 : 1;
  return {
    id: row.Id,
    name: row.Name,
    nodeNumber: nodeNumberOf(row.Id),
    state: wordOf(nodeStates, row.State, 'Unknown'),
    statusInformation: flagsOf(nodeFlags, row.StatusInformation),
    statusUntil: null,
    drainStatus: wordOf(drainStatuses, row.DrainStatus, 'NotInitiated'),
    nodeWeight: weight,
    dynamicWeight: (row.DynamicWeight ?? weight) === 0 ? 0 : 1,
    site: siteOf(row.FaultDomain),
    osBuild: host?.Build ?? (row.BuildNumber === null ? null : String(row.BuildNumber)),
    manufacturer: row.Manufacturer,
    model: row.Model,
    logicalProcessors: host?.LogicalProcessorCount ?? null,
    memoryTotal: host?.MemoryCapacity ?? null,
    memoryAvailable: index.isRunning(row) ? index.memoryAvailable(row.Name) : null,
    processorUsage: null,
  };
}

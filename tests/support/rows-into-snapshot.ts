import { assembleSnapshot, type AssembledParts } from '#backend/powershell/reading/assemble-snapshot';
import {
  clusterSections,
  nodeSections,
  type ClusterParts,
  type ClusterRows,
  type NodeParts,
} from '#backend/powershell/reading/cluster-rows';
import { parseRows } from '#backend/powershell/reading/parse-rows';
import type { z } from 'zod';
import type { JsonValue } from '#shared/model/operation';
import type { SnapshotRows } from './rows-of-snapshot';

/** Reads rows as the backend would, and puts them together. `log` gets what was left out. */
function readRows(rows: SnapshotRows, log: (text: string) => void = () => undefined): ClusterRows {
  const parsed = (
    schemas: { readonly [section: string]: z.ZodType },
    parts: { readonly [section: string]: readonly JsonValue[] },
  ): unknown =>
    Object.fromEntries(
      Object.entries(schemas).map(([section, schema]) => [
        section,
        parseRows(section, schema, parts[section] ?? [], (_, text) => log(text)),
      ]),
    );
  const ofNodes = [...rows.nodes].map(([node, parts]) => [node, parsed(nodeSections, parts) as NodeParts] as const);
  return { ...(parsed(clusterSections, rows.cluster) as ClusterParts), ofNodes: new Map(ofNodes) };
}

/** The snapshot of rows. */
export function snapshotOfRows(rows: SnapshotRows, log?: (text: string) => void): AssembledParts {
  const snapshot = assembleSnapshot(readRows(rows, log));
  if (snapshot === null) throw new Error('There is no cluster in these rows.');
  return snapshot;
}

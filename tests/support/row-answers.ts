import { foldName } from '#shared/model/cluster-view';
import type { JsonValue } from '#shared/model/operation';
import type { AgentLane } from '#backend/powershell/agent/agent-pool';
import type { SnapshotRows } from './rows-of-snapshot';

/** Rows that an agent of a lane answers a read with; undefined: it does not know the section. */
export function rowsFor(rows: SnapshotRows, lane: AgentLane, section: string): readonly JsonValue[] | undefined {
  if (typeof lane !== 'string') {
    const node: { readonly [section: string]: readonly JsonValue[] } | undefined = rows.nodes.get(foldName(lane.node));
    return node?.[section];
  }
  const cluster: { readonly [section: string]: readonly JsonValue[] } = rows.cluster;
  return section === 'migrations' ? [] : cluster[section];
}

/** What an agent says that does not do something. */
export function unsupportedFailure(what: string): { readonly [name: string]: JsonValue } {
  const message = `This agent does not do ${what}.`;
  return { fqid: 'Regroup.Unsupported', category: 'InvalidOperation', hresult: null, win32: null, message, inner: [] };
}

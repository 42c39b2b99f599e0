import type { ClusterEvent, EventLevel } from '#shared/model/cluster-event';
import type { ClusterView } from '#shared/model/cluster-view';
import type { ObjectReference } from '#shared/model/object-reference';
import type { EventRow } from '../rows/event-row';

const levels: { readonly [level: number]: EventLevel } = { 1: 'critical', 2: 'error', 3: 'warning' };

/** Names in quotes: how messages name objects. */
function quoted(message: string): readonly string[] {
  return [...message.matchAll(/['"]([^'"\n]{1,300})['"]/g)].map(([, text]) => text ?? '');
}

/** The kinds that an event can be about, the narrower one first: a role has the name of its machine, not the other way. */
const kinds = ['resource', 'role', 'node', 'network', 'networkInterface', 'sharedVolume'] as const;

function objectNamed(text: string, view: ClusterView): ObjectReference | null {
  const kind = kinds.find((candidate) => view.has(candidate, text));
  return kind === undefined ? null : { kind, name: text };
}

/** The object that an event is about: the first that its values name, else the first in quotes in its text. */
function subjectOf(row: EventRow, view: ClusterView | null): ObjectReference | null {
  if (view === null) return null;
  for (const text of [...row.Values, ...quoted(row.Message ?? '')]) {
    const found = objectNamed(text, view);
    if (found !== null) return found;
  }
  return null;
}

/** An event in Regroup's words. */
export function projectEvent(row: EventRow, node: string, sequence: number, view: ClusterView | null): ClusterEvent {
  return {
    sequence,
    time: row.TimeCreated,
    id: row.Id,
    level: levels[row.Level ?? 4] ?? 'information',
    channel: row.LogName,
    source: row.ProviderName ?? row.LogName,
    node,
    subject: subjectOf(row, view),
    message: row.Message ?? `Event ${row.Id} of ${row.ProviderName ?? row.LogName}.`,
  };
}

import type { EventPage, querySchemas } from '#shared/contract/queries';
import type { ClusterEvent } from '#shared/model/cluster-event';
import { foldName } from '#shared/model/cluster-view';
import type { ObjectReference } from '#shared/model/object-reference';
import type { z } from 'zod';

/** A question for events with its defaults filled in. */
export type EventQuery = z.output<typeof querySchemas.events>;

/** What is older than a log. */
export interface OlderEvents {
  /** `before` of the page that is beyond the log. */
  readonly before: number;
  /** Cluster time of the oldest event of the log; null: it has none. */
  readonly downTo: number | null;
}

/**
 * One page of a log, newest first. `log` is sorted by sequence, oldest first. Names compare without case. `older`: null where
 * nothing is older than the log.
 */
export function queryEvents(
  log: readonly ClusterEvent[],
  query: EventQuery,
  older: OlderEvents | null = null,
): EventPage {
  const matches = matchesQuery(query);
  const events: ClusterEvent[] = [];
  for (let index = log.length - 1; index >= 0; index -= 1) {
    const event = log[index];
    if (event === undefined || !matches(event)) continue;
    const last = events.at(-1);
    if (last !== undefined && events.length === query.limit)
      return { events, next: last.sequence, lookedBackTo: null, gaps: [] };
    events.push(event);
  }
  return { events, next: older?.before ?? null, lookedBackTo: older?.downTo ?? null, gaps: [] };
}

/** Whether an event is one that is asked for. */
export function matchesQuery({ levels, node, subjects, ids, before }: EventQuery): (event: ClusterEvent) => boolean {
  const foldedNode = node === undefined ? null : foldName(node);
  const wanted = subjects === undefined ? null : new Set(subjects.map((subject) => subjectKey(subject)));
  return (event) =>
    (before === undefined || event.sequence < before) &&
    (levels === undefined || levels.includes(event.level)) &&
    (ids === undefined || ids.includes(event.id)) &&
    (foldedNode === null || foldName(event.node) === foldedNode) &&
    (wanted === null || (event.subject !== null && wanted.has(subjectKey(event.subject))));
}

function subjectKey({ kind, name }: ObjectReference): string {
  return `${kind}/${foldName(name)}`;
}

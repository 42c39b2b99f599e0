import type { EventRow } from './rows/event-row';

/** One event as it was read, and the node that logged it. */
export interface NodeEvent {
  readonly node: string;
  readonly row: EventRow;
}

/** A place in a channel of a node. */
export interface EventMark {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly record: number;
}

/** Where an event stands in its channel. */
export function markOf({ TimeCreated, RecordId }: EventRow): EventMark {
  return { time: TimeCreated, record: RecordId };
}

/** Whether the one was logged after the other, in the same channel. A log that was cleared counts its records from one again. */
export function isAfter(one: EventMark, other: EventMark): boolean {
  return one.time > other.time || (one.time === other.time && one.record > other.record);
}

/** The order of events of several nodes: by time, node, record. Of all that are equally old one that comes later is greater. */
export function comparePlaces(
  one: EventMark & { readonly node: string },
  other: EventMark & { readonly node: string },
): number {
  const byNode = one.node < other.node ? -1 : one.node > other.node ? 1 : 0;
  return one.time - other.time || byNode || one.record - other.record;
}

/** The same of events, for sorting. */
export function inOrder(one: NodeEvent, other: NodeEvent): number {
  return comparePlaces({ node: one.node, ...markOf(one.row) }, { node: other.node, ...markOf(other.row) });
}

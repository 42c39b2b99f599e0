import type { ClusterEvent } from '#shared/model/cluster-event';
import { eventLevels } from '#shared/model/cluster-event';
import { briefTime, exactTime, type TimeScale } from '../../lib/format/time';
import type { GridColumn, GridRow } from '../../ui/grid/grid-types';

/** One line of an event list. */
export interface EventRow extends GridRow {
  readonly event: ClusterEvent;
  readonly scale: TimeScale;
}

/** An event as a line of a grid; its name is its number, as Event Viewer's users call it. */
export function eventRow(event: ClusterEvent, scale: TimeScale): EventRow {
  return { id: String(event.sequence), name: `Event ${event.id}`, event, scale };
}

/** Keeps what counts down from 0 in order as text. */
const sequenceOffset = 1e9;

/** Columns that need no rendering of their own. */
export const plainEventColumns = {
  time: {
    id: 'time',
    title: 'Time',
    width: 126,
    // The sequence breaks ties within a millisecond, so that newest first is exact; text has room for both.
    value: ({ event }) => `${event.time} ${sequenceOffset + event.sequence}`,
    text: ({ event, scale }) => briefTime(event.time, scale),
    tooltip: ({ event, scale }) => exactTime(event.time, scale),
  },
  number: {
    id: 'number',
    title: 'Event',
    width: 68,
    align: 'end',
    value: ({ event }) => event.id,
    filterKeys: ['id', 'number', 'event'],
  },
  node: { id: 'node', title: 'Node', width: 84, value: ({ event }) => event.node },
  object: { id: 'object', title: 'Object', width: 120, yields: 1, value: ({ event }) => event.subject?.name ?? '' },
  message: { id: 'message', title: 'Message', width: 260, grows: true, value: ({ event }) => event.message },
} as const satisfies Record<string, GridColumn<EventRow>>;

/** Rank of a level for sorting, worst first. */
export function levelRank({ event }: EventRow): number {
  return eventLevels.indexOf(event.level);
}

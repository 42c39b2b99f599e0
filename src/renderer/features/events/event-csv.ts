import type { ClusterEvent } from '#shared/model/cluster-event';
import { csvOf } from '../../lib/format/csv';

const heads = ['Level', 'Time', 'Event ID', 'Node', 'Object', 'Source', 'Channel', 'Message'] as const;

/** Events as a table for a spreadsheet. */
export function eventsAsCsv(events: readonly ClusterEvent[], timeInWords: (time: number) => string): string {
  const rows = events.map((event) => [
    event.level,
    timeInWords(event.time),
    String(event.id),
    event.node,
    event.subject?.name ?? '',
    event.source,
    event.channel,
    event.message,
  ]);
  return csvOf([heads, ...rows]);
}

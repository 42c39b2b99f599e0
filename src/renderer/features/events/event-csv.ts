import type { ClusterEvent } from '#shared/model/cluster-event';

const heads = ['Level', 'Time', 'Event ID', 'Node', 'Object', 'Source', 'Channel', 'Message'] as const;

/** One cell: never read as a formula by a spreadsheet, quoted where it has to be. */
export function csvCell(text: string): string {
  const harmless = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Events as a table for a spreadsheet: a byte order mark so that it reads UTF-8, lines end as RFC 4180 says. */
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
  return `\uFEFF${[heads, ...rows].map((row) => row.map((cell) => csvCell(cell)).join(',')).join('\r\n')}\r\n`;
}

import { foldName } from '#shared/model/cluster-view';
import { eventLevels, type ClusterEvent } from '#shared/model/cluster-event';

/** Events that tell the same: one line of the summary. */
export interface RecentLine {
  /** The newest of them. */
  readonly event: ClusterEvent;
  readonly count: number;
  /** Who logged it, the newest first. */
  readonly nodes: readonly string[];
}

/** What happened within this time before the newest event is recent: worst first. Milliseconds. */
const recent = 24 * 3_600_000;

/** Events, newest first, as lines: of the last day the worst first, then what is older. */
export function recentLines(events: readonly ClusterEvent[]): readonly RecentLine[] {
  const groups = new Map<string, RecentLine>();
  for (const event of events) {
    const key = sameKey(event);
    const group = groups.get(key) ?? { event, count: 0, nodes: [] };
    const nodes = group.nodes.includes(event.node) ? group.nodes : [...group.nodes, event.node];
    groups.set(key, { event: group.event, count: group.count + 1, nodes });
  }
  const lines = [...groups.values()];
  const since = (events[0]?.time ?? 0) - recent;
  const rank = ({ event }: RecentLine): number =>
    event.time < since ? eventLevels.length : eventLevels.indexOf(event.level);
  return lines.sort((a, b) => rank(a) - rank(b));
}

function sameKey({ id, level, subject, message }: ClusterEvent): string {
  return `${id} ${level} ${subject === null ? message : `${subject.kind} ${foldName(subject.name)}`}`;
}

/** `1135 Demo1, Demo2`. */
export function lineSource({ event, nodes }: RecentLine): string {
  const [first = event.node, second, ...more] = nodes;
  if (second === undefined) return `${event.id} ${first}`;
  return `${event.id} ${first}${more.length === 0 ? `, ${second}` : ` and ${more.length + 1} more`}`;
}

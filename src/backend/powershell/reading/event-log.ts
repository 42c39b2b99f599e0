import type { ClusterEvent } from '#shared/model/cluster-event';
import type { ClusterView } from '#shared/model/cluster-view';
import { foldName } from '#shared/model/cluster-view';
import { projectEvent } from './projections/event';
import type { EventRow } from './rows/event-row';

/** The events of all nodes in one log. */
export interface EventLog {
  /** All events that were told, oldest first. */
  readonly events: readonly ClusterEvent[];
  /** From when on a node's channels are to be read, ISO times by channel; empty: nothing of it was read yet. */
  since(node: string): { readonly [channel: string]: string };
  /** Takes what a node told; what is known already is passed over. Answers how many were new. */
  add(node: string, rows: readonly EventRow[]): number;
  /** From now on events are told as they come. Until then they are kept, so that the first ones of all nodes stand in order. */
  open(): void;
}

interface EventLogOptions {
  readonly view: () => ClusterView | null;
  readonly tell: (events: readonly ClusterEvent[]) => void;
}

/** So many events are kept; the oldest go first. */
const mostEvents = 20_000;

interface LastOfChannel {
  readonly time: number;
  readonly record: number;
}

interface Waiting {
  readonly node: string;
  readonly row: EventRow;
}

/** An empty log. Sequences grow by one in the order time, node, record within what arrives together. */
export function createEventLog({ view, tell }: EventLogOptions): EventLog {
  const last = new Map<string, Map<string, LastOfChannel>>();
  let events: readonly ClusterEvent[] = [];
  let waiting: readonly Waiting[] = [];
  let sequence = 0;
  let isOpen = false;

  const channelsOf = (node: string): Map<string, LastOfChannel> => {
    const found = last.get(foldName(node)) ?? new Map<string, LastOfChannel>();
    last.set(foldName(node), found);
    return found;
  };

  const flush = (): void => {
    if (!isOpen || waiting.length === 0) return;
    const sorted = [...waiting].sort(inOrder);
    waiting = [];
    const current = view();
    const added = sorted.map(({ node, row }) => projectEvent(row, node, ++sequence, current));
    events = [...events, ...added].slice(-mostEvents);
    tell(added);
  };

  return {
    get events() {
      return events;
    },
    since: (node) =>
      Object.fromEntries([...channelsOf(node)].map(([channel, { time }]) => [channel, new Date(time).toISOString()])),
    add: (node, rows) => {
      const channels = channelsOf(node);
      const fresh = [...rows]
        .sort((one, other) => one.TimeCreated - other.TimeCreated || one.RecordId - other.RecordId)
        .filter((row) => {
          const known = channels.get(row.LogName);
          // A log that was cleared counts its records from one again.
          if (known !== undefined && row.TimeCreated <= known.time && row.RecordId <= known.record) return false;
          if (known !== undefined && row.TimeCreated < known.time) return false;
          channels.set(row.LogName, { time: row.TimeCreated, record: row.RecordId });
          return true;
        });
      waiting = [...waiting, ...fresh.map((row) => ({ node, row }))];
      flush();
      return fresh.length;
    },
    open: () => {
      isOpen = true;
      flush();
    },
  };
}

function inOrder(one: Waiting, other: Waiting): number {
  const byNode = one.node < other.node ? -1 : one.node > other.node ? 1 : 0;
  return one.row.TimeCreated - other.row.TimeCreated || byNode || one.row.RecordId - other.row.RecordId;
}

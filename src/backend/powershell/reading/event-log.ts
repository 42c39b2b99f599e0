import type { ClusterEvent } from '#shared/model/cluster-event';
import type { ClusterView } from '#shared/model/cluster-view';
import type { OlderEvents } from '../../event-query';
import { createEventChannels, type WantedEvents } from './event-channels';
import { inOrder, type NodeEvent } from './node-event';
import { projectEvent } from './projections/event';
import type { EventRow } from './rows/event-row';

/** The events of all nodes in one log. */
export interface EventLog {
  /** All events that were told or asked for, oldest first. */
  readonly events: readonly ClusterEvent[];
  /** What is older than those; null: nothing. */
  readonly older: OlderEvents | null;
  /** From when on a node's channels are to be read, ISO times by channel; empty: nothing of it was read yet. */
  since(node: string): { readonly [channel: string]: string };
  /** Takes what a node told; what is known already is passed over. Answers how many were new. */
  add(node: string, rows: readonly EventRow[]): number;
  /** From now on events are told as they come. Until then they are kept, so that the first ones of all nodes stand in order. */
  open(): void;
  /** What has to be read so that the log goes further back. `silent`: nodes (folded names) that are not waited for. */
  wanted(silent: ReadonlySet<string>): readonly WantedEvents[];
  /** Takes what a node answered to that. */
  addOlder(wanted: WantedEvents, rows: readonly EventRow[]): void;
  /** Goes back as far as it is whole without those nodes. Answers what came to the log, which is not told, newest first. */
  goBack(silent: ReadonlySet<string>): readonly ClusterEvent[];
  /** The nodes that have events which belong between those of the log and were not read. */
  readonly behind: readonly string[];
  /** Whether it holds as many as it can, and so goes no further back. */
  readonly isFull: boolean;
}

interface EventLogOptions {
  readonly view: () => ClusterView | null;
  readonly tell: (events: readonly ClusterEvent[]) => void;
  /** So many events are kept; the oldest go first. */
  readonly most?: number;
}

/** 50 to 100 MB. */
const mostEvents = 100_000;

/**
 * An empty log. Sequences grow by one in the order time, node, record within what arrives together; what is older than the
 * log counts down in the same order. Of a channel with more events than were read so far, all that is older than the oldest
 * of them waits, on every node: a log has no holes that are filled later.
 */
export function createEventLog({ view, tell, most = mostEvents }: EventLogOptions): EventLog {
  const channels = createEventChannels();
  let events: readonly ClusterEvent[] = [];
  /** The sequences that are given next, upwards and downwards. */
  let next = 1;
  let previous = 0;
  let isOpen = false;
  let isFull = false;

  const tellAll = (added: readonly NodeEvent[]): void => {
    if (added.length === 0) return;
    const current = view();
    const told = [...added].sort(inOrder).map(({ node, row }) => projectEvent(row, node, next++, current));
    const all = [...events, ...told];
    events = all.slice(-most);
    if (all.length > events.length) fill();
    tell(told);
  };

  /** What goes is not read again: it would come back under other sequences. */
  const fill = (): void => {
    isFull = true;
    channels.end();
  };

  return {
    get events() {
      return events;
    },
    get older() {
      return channels.goesOn ? { before: previous + 1, downTo: events[0]?.time ?? null } : null;
    },
    get behind() {
      const [oldest] = events;
      return oldest === undefined ? [] : channels.nodesAfter(oldest.time);
    },
    get isFull() {
      return isFull;
    },
    since: (node) => channels.since(node),
    add: (node, rows) => {
      const isFirst = next === 1;
      const wholeTo = isFirst ? Infinity : channels.wholeTo();
      const { first, next: newer } = channels.takeNewer(node, rows);
      if (isFull) {
        // The log goes back no further, so that what a channel has is told as far as it was read.
        channels.end();
        tellAll([...first, ...newer]);
      } else if (!isOpen) {
        channels.hold([...first, ...newer]);
      } else {
        const late = first.filter(({ row }) => row.TimeCreated < wholeTo);
        channels.hold(late);
        const added = [...first.filter((event) => !late.includes(event)), ...newer];
        tellAll(isFirst ? [...added, ...channels.release()] : added);
      }
      return first.length + newer.length;
    },
    open: () => {
      if (isOpen) return;
      isOpen = true;
      tellAll(channels.release());
    },
    wanted: (silent) => channels.wanted(silent),
    addOlder: (wanted, rows) => channels.holdOlder(wanted, rows),
    goBack: (silent) => {
      if (isFull) return [];
      const current = view();
      const added = [...channels.release(silent)]
        .reverse()
        .map(({ node, row }) => projectEvent(row, node, previous--, current));
      events = [...[...added].reverse(), ...events];
      if (events.length >= most) fill();
      return added;
    },
  };
}

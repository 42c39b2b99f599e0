import { foldName } from '#shared/model/cluster-view';
import { comparePlaces, inOrder, isAfter, markOf, type EventMark, type NodeEvent } from './node-event';
import type { EventRow } from './rows/event-row';

/** So many events of a channel are asked for at once; where fewer come, nothing older is there. */
export const eventPage = 200;

/** Older events that are to be read from a node: of each channel those before its mark. */
export interface WantedEvents {
  readonly node: string;
  readonly before: { readonly [channel: string]: EventMark };
}

/** How far each channel of each node was read, and what was read back and not told yet. Names of nodes compare without case. */
export interface EventChannels {
  /** From when on a node's channels are to be read, ISO times by channel; empty: nothing of it was read yet. */
  since(node: string): { readonly [channel: string]: string };
  /** Takes what was read forward and answers what is new of it; `first`: of channels that nothing was known of. */
  takeNewer(
    node: string,
    rows: readonly EventRow[],
  ): { readonly first: readonly NodeEvent[]; readonly next: readonly NodeEvent[] };
  /** Holds what a node answered to what was wanted. */
  holdOlder(wanted: WantedEvents, rows: readonly EventRow[]): void;
  hold(events: readonly NodeEvent[]): void;
  /**
   * Hands out what is held, oldest first: as far down as every channel was read, so that nothing can come in between.
   * Channels of `silent` nodes (folded names) are not waited for.
   */
  release(silent?: ReadonlySet<string>): readonly NodeEvent[];
  /** The time down to which every channel was read; -Infinity: nothing older is there. */
  wholeTo(): number;
  /** What has to be read so that more can be handed out; nothing where all is. */
  wanted(silent: ReadonlySet<string>): readonly WantedEvents[];
  /** The nodes with channels that were not read down to a time. */
  nodesAfter(time: number): readonly string[];
  /** Whether there may be more than was handed out. */
  readonly goesOn: boolean;
  /** Holds and wants nothing any more. */
  end(): void;
}

interface Channel {
  readonly node: string;
  readonly name: string;
  newest: EventMark;
  oldest: EventMark;
  /** Nothing older is there. */
  ended: boolean;
}

const nobody: ReadonlySet<string> = new Set();

/** Nothing was read yet. */
export function createEventChannels(): EventChannels {
  const nodes = new Map<string, Map<string, Channel>>();
  let held: readonly NodeEvent[] = [];

  const channelsOf = (node: string): Map<string, Channel> => {
    const found = nodes.get(foldName(node)) ?? new Map<string, Channel>();
    nodes.set(foldName(node), found);
    return found;
  };
  const goingOn = (silent: ReadonlySet<string> = nobody): readonly Channel[] =>
    [...nodes]
      .filter(([node]) => !silent.has(node))
      .flatMap(([, channels]) => [...channels.values()].filter(({ ended }) => !ended));
  const hold = (events: readonly NodeEvent[]): void => {
    held = [...held, ...events].sort(inOrder);
  };

  return {
    since: (node) =>
      Object.fromEntries(
        [...channelsOf(node)].map(([name, { newest }]) => [name, new Date(newest.time).toISOString()]),
      ),
    takeNewer: (node, rows) => {
      const own = channelsOf(node);
      const known = new Set(own.keys());
      const fresh = rows
        .map((row) => ({ node, row }))
        .sort(inOrder)
        .filter(({ row }) => {
          const channel = own.get(row.LogName);
          const mark = markOf(row);
          if (channel !== undefined && !isAfter(mark, channel.newest)) return false;
          const told = (): number => rows.filter(({ LogName }) => LogName === row.LogName).length;
          if (channel !== undefined) channel.newest = mark;
          else own.set(row.LogName, { node, name: row.LogName, newest: mark, oldest: mark, ended: told() < eventPage });
          return true;
        });
      return {
        first: fresh.filter(({ row }) => !known.has(row.LogName)),
        next: fresh.filter(({ row }) => known.has(row.LogName)),
      };
    },
    holdOlder: ({ node, before }, rows) => {
      for (const [name, asked] of Object.entries(before)) {
        const channel = channelsOf(node).get(name);
        // Another answer to the same question was there before.
        if (channel === undefined || channel.ended || isAfter(asked, channel.oldest)) continue;
        const { oldest } = channel;
        const told = rows.filter(({ LogName }) => LogName === name);
        const older = told.filter((row) => row.RecordId < oldest.record && row.TimeCreated <= oldest.time);
        channel.ended = told.length < eventPage || older.length === 0;
        channel.oldest = older.map(markOf).reduce((one, other) => (isAfter(one, other) ? other : one), oldest);
        hold(older.map((row) => ({ node: channel.node, row })));
      }
    },
    hold,
    release: (silent) => {
      const ends = goingOn(silent).map(({ node, oldest }) => ({ node, ...oldest }));
      const [last] = ends.sort((one, other) => comparePlaces(other, one));
      const isWhole = ({ node, row }: NodeEvent): boolean =>
        last === undefined || comparePlaces({ node, ...markOf(row) }, last) >= 0;
      const released = held.filter(isWhole);
      held = held.filter((event) => !isWhole(event));
      return released;
    },
    wholeTo: () => Math.max(-Infinity, ...goingOn().map(({ oldest }) => oldest.time)),
    wanted: (silent) => {
      const waiting = new Map<string, number>();
      const keyOf = (node: string, channel: string): string => `${foldName(node)}\n${channel}`;
      for (const { node, row } of held)
        waiting.set(keyOf(node, row.LogName), (waiting.get(keyOf(node, row.LogName)) ?? 0) + 1);
      // Those that are nearly used up are read along: they would be wanted next.
      const low = goingOn(silent).filter(({ node, name }) => (waiting.get(keyOf(node, name)) ?? 0) < eventPage / 2);
      return [...new Set(low.map(({ node }) => node))].map((node) => ({
        node,
        before: Object.fromEntries(
          low.filter((channel) => channel.node === node).map(({ name, oldest }) => [name, oldest]),
        ),
      }));
    },
    nodesAfter: (time) => [
      ...new Set(
        goingOn()
          .filter(({ oldest }) => oldest.time > time)
          .map(({ node }) => node),
      ),
    ],
    get goesOn() {
      return held.length > 0 || goingOn().length > 0;
    },
    end: () => {
      held = [];
      for (const channel of goingOn()) channel.ended = true;
    },
  };
}

import { foldName } from '#shared/model/cluster-view';
import type { ClusterEvent } from '#shared/model/cluster-event';
import { useTimeScale } from '../../lib/cluster-context';
import { briefTime, exactTime } from '../../lib/format/time';
import { useEvents } from '../events';

const search = { levels: ['critical'], limit: 50 } as const;

/** Removed from the membership, as the other nodes tell it. */
const removed = 1135;
/** The cluster service stops without quorum, as the node itself tells it. */
const stopped = 1177;

/** The newest event that tells how a node left the cluster; undefined: none is known. Events come newest first. */
export function departureOf(node: string, events: readonly ClusterEvent[]): ClusterEvent | undefined {
  const name = foldName(node);
  return events.find(
    (event) =>
      (event.id === removed && event.subject?.kind === 'node' && foldName(event.subject.name) === name) ||
      (event.id === stopped && foldName(event.node) === name),
  );
}

/** When and how a node that is down left the cluster last; nothing where no event tells it. */
export function NodeDeparture({ node }: { readonly node: string }) {
  const scale = useTimeScale();
  const event = departureOf(node, useEvents(search).events);
  if (event === undefined) return null;
  return (
    <div title={exactTime(event.time, scale)}>
      Last event about it: {briefTime(event.time, scale)}, {event.id}: {event.message}
    </div>
  );
}

import { foldName } from '#shared/model/cluster-view';
import { eventLevels, type ClusterEvent, type EventLevel } from '#shared/model/cluster-event';
import type { EventSearch } from './queries';

/** Pages and live events as one list, newest first, each event once. A node that was silent for a while tells its events late. */
export function mergeEvents(...lists: readonly (readonly ClusterEvent[])[]): readonly ClusterEvent[] {
  const bySequence = new Map(lists.flat().map((event) => [event.sequence, event]));
  return [...bySequence.values()].sort((a, b) => b.time - a.time || b.sequence - a.sequence);
}

/** Whether an event is one of those that are asked for. */
export function isWanted(event: ClusterEvent, { levels, node, subjects }: Omit<EventSearch, 'limit'>): boolean {
  if (levels !== undefined && !levels.includes(event.level)) return false;
  if (node !== undefined && foldName(event.node) !== foldName(node)) return false;
  if (subjects === undefined) return true;
  const { subject } = event;
  if (subject === null) return false;
  return subjects.some(({ kind, name }) => kind === subject.kind && foldName(name) === foldName(subject.name));
}

/** The levels with one added or taken out, worst first. */
export function toggleLevel(levels: readonly EventLevel[], level: EventLevel): readonly EventLevel[] {
  const without = levels.filter((other) => other !== level);
  const next = without.length < levels.length ? without : [...levels, level];
  return eventLevels.filter((other) => next.includes(other));
}

import { eventLevels, type ClusterEvent, type EventLevel } from '#shared/model/cluster-event';

/** What the list is narrowed to. */
export interface EventFilter {
  readonly levels: readonly EventLevel[];
}

/** Everything. */
export const everyEvent: EventFilter = { levels: eventLevels };

/** Pages and live events as one list, newest first, each event once. */
export function mergeEvents(
  ...lists: readonly (readonly ClusterEvent[])[]
): readonly ClusterEvent[] {
  const bySequence = new Map(lists.flat().map((event) => [event.sequence, event]));
  return [...bySequence.values()].sort((a, b) => b.sequence - a.sequence);
}

/** Whether an event is of a level that is looked for. */
export function passes(filter: EventFilter, event: ClusterEvent): boolean {
  return filter.levels.includes(event.level);
}

/** The filter with a level added or taken out. */
export function toggleLevel(filter: EventFilter, level: EventLevel): EventFilter {
  const without = filter.levels.filter((other) => other !== level);
  const levels = without.length < filter.levels.length ? without : [...filter.levels, level];
  return { ...filter, levels: eventLevels.filter((other) => levels.includes(other)) };
}

import { useMemo } from 'react';
import { useTimeScale } from '../../lib/cluster-context';
import { matchesFilter, parseFilter } from '../../ui/grid/filter';
import { eventColumns } from './event-columns';
import { eventRow } from './event-row';
import type { FoundEvents } from './use-events';

/** The events whose words are looked for, in the language of every grid's filter. */
export function useTextFilter(found: FoundEvents, text: string): FoundEvents {
  const scale = useTimeScale();
  const events = useMemo(() => {
    const terms = parseFilter(text);
    if (terms.length === 0) return found.events;
    return found.events.filter((event) => matchesFilter(eventRow(event, scale), terms, eventColumns));
  }, [found.events, scale, text]);
  return useMemo(() => ({ ...found, events }), [found, events]);
}

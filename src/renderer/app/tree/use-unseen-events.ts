import { useState } from 'react';
import { useReading } from '../../lib/cluster-context';
import { formatCount } from '../../lib/format/numbers';
import type { TreeBadge } from '../../ui/tree/tree-types';

/** New events worse than information since the user last looked at the events. `looking`: the user looks at them now. */
export function useUnseenEvents(looking: boolean): TreeBadge | undefined {
  const events = useReading((reading) => reading.recentEvents);
  const [seen, setSeen] = useState(-1);
  const newest = events[0]?.sequence ?? -1;
  if (looking && seen !== newest) setSeen(newest);
  if (looking) return undefined;
  const unseen = events.filter(({ sequence, level }) => sequence > seen && level !== 'information');
  if (unseen.length === 0) return undefined;
  return {
    tone: unseen.some(({ level }) => level !== 'warning') ? 'error' : 'warn',
    text: String(unseen.length),
    description: formatCount(unseen.length, 'new event'),
  };
}

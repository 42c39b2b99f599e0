import { useState } from 'react';
import { formatCount } from '../../lib/format/numbers';
import type { TreeBadge } from '../../ui/tree/tree-types';
import type { ClusterStanding } from '../clusters/cluster-standing';

/**
 * New events of a cluster that are worse than information, since the user last looked at its events.
 * `looking`: the connection at whose events the user looks now.
 */
export function useUnseenEvents(
  standings: readonly ClusterStanding[],
  looking: string | null,
): (standing: ClusterStanding) => TreeBadge | undefined {
  const [seen, setSeen] = useState<Readonly<Record<string, number>>>({});
  const watched = standings.find(({ access }) => access.connection.id === looking);
  const newest = watched?.events[0]?.sequence ?? -1;
  if (looking !== null && (seen[looking] ?? -1) !== newest) setSeen({ ...seen, [looking]: newest });
  return ({ access, events }) =>
    access.connection.id === looking ? undefined : unseenBadge(events, seen[access.connection.id] ?? -1);
}

function unseenBadge(events: ClusterStanding['events'], seen: number): TreeBadge | undefined {
  const unseen = events.filter(({ sequence, level }) => sequence > seen && level !== 'information');
  if (unseen.length === 0) return undefined;
  return {
    tone: unseen.some(({ level }) => level !== 'warning') ? 'error' : 'warn',
    text: String(unseen.length),
    description: formatCount(unseen.length, 'new event'),
  };
}

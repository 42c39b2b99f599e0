import { queryOptions } from '@tanstack/react-query';
import type { Bridge } from '#shared/contract/bridge';
import type { QueryInput } from '#shared/contract/queries';
import { callOrThrow } from './bridge';
import type { ClusterClient } from './cluster-client';

/** Keys of everything that is asked and answered; the parts before the input invalidate all of a kind. */
export const queryKeys = {
  settings: ['settings'],
  audit: ['audit'],
  problem: ['connections', 'problem'],
  events: (connection: string) => ['cluster', connection, 'events'],
  destinations: (connection: string) => ['cluster', connection, 'destinations'],
} as const;

/** The settings. They change by `settings.changed` too, see `useSettings`. */
export function settingsQuery(bridge: Bridge) {
  return queryOptions({
    queryKey: queryKeys.settings,
    queryFn: () => callOrThrow(bridge, 'settings.get', undefined),
    staleTime: Infinity,
  });
}

/** Why the file named on the command line could not be opened; null when it could. */
export function openingProblemQuery(bridge: Bridge) {
  return queryOptions({
    queryKey: queryKeys.problem,
    queryFn: () => callOrThrow(bridge, 'connections.problem', undefined),
    staleTime: Infinity,
  });
}

/** Where a role could go. Old answers are not shown: free memory changes. */
export function destinationsQuery(client: ClusterClient, input: QueryInput<'destinations'>) {
  return queryOptions({
    queryKey: [...queryKeys.destinations(client.connection), input] as const,
    queryFn: ({ signal }) => client.query('destinations', input, signal),
    gcTime: 0,
  });
}

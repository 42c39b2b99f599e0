import { infiniteQueryOptions } from '@tanstack/react-query';
import type { EventPage } from '#shared/contract/queries';
import type { EventLevel } from '#shared/model/cluster-event';
import type { ObjectReference } from '#shared/model/object-reference';
import type { ClusterClient } from '../../lib/cluster-client';
import { queryKeys } from '../../lib/queries';

/** Which events are asked for; what is left out does not matter. */
export interface EventSearch {
  readonly levels?: readonly EventLevel[];
  readonly node?: string;
  /** Any of these. */
  readonly subjects?: readonly ObjectReference[];
  /** Events a page. */
  readonly limit: number;
}

/** Events page by page, newest first; each next page is older. */
export function eventPagesQuery(client: ClusterClient, search: EventSearch) {
  return infiniteQueryOptions({
    queryKey: [...queryKeys.events(client.connection), 'pages', search] as const,
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      client.query(
        'events',
        {
          limit: search.limit,
          ...(search.levels !== undefined && { levels: [...search.levels] }),
          ...(search.node !== undefined && { node: search.node }),
          ...(search.subjects !== undefined && { subjects: search.subjects.map((subject) => ({ ...subject })) }),
          ...(pageParam !== undefined && { before: pageParam }),
        },
        signal,
      ),
    getNextPageParam: ({ next }: EventPage) => next,
  });
}

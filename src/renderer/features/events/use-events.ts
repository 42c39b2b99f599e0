import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { ClusterError } from '#shared/model/cluster-error';
import type { ClusterEvent } from '#shared/model/cluster-event';
import { clusterErrorOf } from '../../lib/bridge';
import { useClusterAccess, useReading } from '../../lib/cluster-context';
import { recentEventLimit } from '../../lib/cluster-store';
import { isWanted, mergeEvents } from './event-list';
import { eventPagesQuery, type EventSearch } from './queries';

/** Events as they are known now. */
export interface FoundEvents {
  /** Newest first. */
  readonly events: readonly ClusterEvent[];
  /** Whether the first page is still on its way. */
  readonly loading: boolean;
  readonly error: ClusterError | null;
  /** Asks for the next page of older ones; undefined where there are none. */
  readonly loadOlder: (() => void) | undefined;
  /** Whether older ones are on their way. */
  readonly loadingOlder: boolean;
  /** How far back was looked, cluster time; null: to the last one that is shown. */
  readonly lookedBackTo: number | null;
  /** Why some may be missing, a sentence each. */
  readonly gaps: readonly string[];
}

/**
 * Pages that were asked for, with what has happened since added on top. Where fewer than `enough` were found it looks further
 * back by itself, once.
 */
export function useEvents(search: EventSearch, enough = 0): FoundEvents {
  const { client } = useClusterAccess();
  const live = useReading((reading) => reading.recentEvents);
  const query = useInfiniteQuery(eventPagesQuery(client, search));
  const { data, refetch, fetchNextPage } = query;
  const last = data?.pages.at(-1);
  useRefetchBeforeGap(live[0]?.sequence ?? 0, () => void refetch());

  const events = useMemo(
    () =>
      mergeEvents(
        ...(data?.pages ?? []).map((page) => page.events),
        live.filter((event) => isWanted(event, search)),
      ),
    [data, live, search],
  );
  const looksBack = events.length < enough && data?.pages.length === 1 && query.hasNextPage && !query.isFetching;
  useEffect(() => {
    if (looksBack && !query.isError) void fetchNextPage();
  }, [looksBack, query.isError, fetchNextPage]);
  return {
    events,
    loading: query.isPending,
    error: query.error === null ? null : clusterErrorOf(query.error),
    loadOlder: query.hasNextPage ? () => void fetchNextPage() : undefined,
    loadingOlder: query.isFetchingNextPage,
    lookedBackTo: last?.lookedBackTo ?? null,
    gaps: last?.gaps ?? [],
  };
}

/** The store keeps only the latest live events: the pages are read again before some fall between the two. */
function useRefetchBeforeGap(newest: number, refetch: () => void): void {
  const read = useRef(newest);
  useEffect(() => {
    if (newest >= read.current && newest - read.current < recentEventLimit / 2) return;
    read.current = newest;
    refetch();
  }, [newest, refetch]);
}

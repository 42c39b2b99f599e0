import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Bridge } from '#shared/contract/bridge';
import type { AuditedCluster, AuditOutcome, AuditPage, AuditRecord } from '#shared/contract/audit';
import type { ClusterError } from '#shared/model/cluster-error';
import { callOrThrow, clusterErrorOf } from '../../lib/bridge';
import { useClusterAccess } from '../../lib/cluster-context';
import { queryKeys } from '../../lib/queries';

/** Which records are wanted; null: all. */
export interface RecordSearch {
  readonly text: string;
  readonly outcomes: readonly AuditOutcome[] | null;
  readonly connection: string | null;
}

/** Records as they are known now. */
export interface FoundRecords {
  /** Newest first. */
  readonly records: readonly AuditRecord[];
  /** Whether the first answer is still on its way. */
  readonly loading: boolean;
  readonly error: ClusterError | null;
  /** Clusters that stand in what was read of the log. */
  readonly clusters: readonly AuditedCluster[];
  /** Lines of it that could not be understood. */
  readonly brokenLines: number;
  /** Asks for the next page of older ones; undefined where there are none. */
  readonly loadOlder: (() => void) | undefined;
}

/** Records a page. */
const pageSize = 200;

/** What a search is called with. */
export function searchInput({ text, outcomes, connection }: RecordSearch, limit: number, before: string | undefined) {
  return {
    limit,
    ...(text.trim() !== '' && { text }),
    ...(outcomes !== null && { outcomes: [...outcomes] }),
    ...(connection !== null && { connection }),
    ...(before !== undefined && { before }),
  };
}

/** Milliseconds between two looks whether other programs are still there. */
const elsewherePace = 5000;

function recordPagesQuery(bridge: Bridge, search: RecordSearch) {
  return infiniteQueryOptions({
    queryKey: [...queryKeys.audit, search] as const,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => callOrThrow(bridge, 'audit.search', searchInput(search, pageSize, pageParam)),
    getNextPageParam: (page: AuditPage) => (page.more ? page.records.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
    // The log does not tell when a program is gone that would have written how its command ended.
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ records }) => records.some(({ outcome }) => outcome === 'elsewhere')) === true &&
      elsewherePace,
  });
}

/** What the audit log has for a search, kept current. */
export function useRecords(search: RecordSearch): FoundRecords {
  const { bridge } = useClusterAccess();
  const query = useInfiniteQuery(recordPagesQuery(bridge, search));
  const { data, fetchNextPage } = query;
  useLogUpdates();
  const records = useMemo(() => (data?.pages ?? []).flatMap((page) => page.records), [data]);
  // A later page was read from the newest file on too: it has seen all that the ones before have.
  const last = data?.pages.at(-1);
  return {
    records,
    loading: query.isPending,
    error: query.error === null ? null : clusterErrorOf(query.error),
    clusters: last?.clusters ?? [],
    brokenLines: last?.brokenLines ?? 0,
    loadOlder: query.hasNextPage && !query.isFetchingNextPage ? () => void fetchNextPage() : undefined,
  };
}

/** Milliseconds in which several changes of the log are read once: a wizard may start hundreds of commands. */
const settled = 150;

function useLogUpdates(): void {
  const { bridge } = useClusterAccess();
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = bridge.on('audit.changed', () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ queryKey: queryKeys.audit });
      }, settled);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [bridge, client]);
}

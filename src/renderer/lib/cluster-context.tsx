import { createContext, useCallback, useContext, useRef, useSyncExternalStore, type ReactNode } from 'react';
import type { Bridge } from '#shared/contract/bridge';
import type { AppInfo, Connection } from '#shared/contract/contract';
import type { ClusterView } from '#shared/model/cluster-view';
import type { SnapshotListName } from '#shared/model/snapshot';
import type { ClusterClient } from './cluster-client';
import type { ClusterReading, ClusterStore } from './cluster-store';
import type { ListItem } from './cluster-tables';
import type { TimeScale } from './format/time';

/** The cluster that the window shows, with everything that is needed to read it and to act on it. */
export interface ClusterAccess {
  readonly bridge: Bridge;
  readonly app: AppInfo;
  readonly connection: Connection;
  readonly client: ClusterClient;
  readonly store: ClusterStore;
}

const ClusterContext = createContext<ClusterAccess | null>(null);

/** Gives its children a cluster. */
export function ClusterProvider({
  access,
  children,
}: {
  readonly access: ClusterAccess;
  readonly children: ReactNode;
}) {
  return <ClusterContext value={access}>{children}</ClusterContext>;
}

/** The cluster that the window shows. */
export function useClusterAccess(): ClusterAccess {
  const access = useContext(ClusterContext);
  if (access === null) throw new Error('There is no ClusterProvider above this component.');
  return access;
}

/**
 * What `selector` finds in the cluster; renders again only when that changed (by `isEqual`).
 * Objects and lists of the view stay the same object until they change, so selecting one needs no `isEqual`;
 * a selector that builds something new does (see `lib/equality`).
 */
export function useReading<T>(
  selector: (reading: ClusterReading) => T,
  isEqual: (a: T, b: T) => boolean = Object.is,
): T {
  const { store } = useClusterAccess();
  const last = useRef<{ readonly value: T } | null>(null);
  const read = (): T => {
    const next = selector(store.reading);
    if (last.current !== null && isEqual(last.current.value, next)) return last.current.value;
    last.current = { value: next };
    return next;
  };
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store]);
  return useSyncExternalStore(subscribe, read);
}

/** The same for what stands in the snapshot. */
export function useCluster<T>(selector: (view: ClusterView) => T, isEqual?: (a: T, b: T) => boolean): T {
  return useReading((reading) => selector(reading.view), isEqual);
}

/** One object by its id; undefined when it is gone. */
export function useClusterItem<List extends SnapshotListName>(list: List, id: string): ListItem<List> | undefined {
  return useReading((reading) => reading.byId(list, id));
}

/** On which clock the cluster's times are. */
export function useTimeScale(): TimeScale {
  return useClusterAccess().connection.capabilities.training ? 'simulated' : 'real';
}

import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { ClusterAccess } from './cluster-context';
import type { Clusters } from './clusters';

const ClustersContext = createContext<Clusters | null>(null);

/** Gives its children all clusters of the tree. */
export function ClustersProvider({
  clusters,
  children,
}: {
  readonly clusters: Clusters;
  readonly children: ReactNode;
}) {
  return <ClustersContext value={clusters}>{children}</ClustersContext>;
}

/** All clusters of the tree, in its order. */
export function useClusters(): readonly ClusterAccess[] {
  const clusters = useContext(ClustersContext);
  if (clusters === null) throw new Error('There is no ClustersProvider above this component.');
  return useSyncExternalStore(clusters.subscribe, () => clusters.all);
}

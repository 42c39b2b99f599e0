import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { useClusters } from '../../lib/clusters-context';
import { useCluster, useClusterAccess } from '../../lib/cluster-context';
import type { ProblemCount } from '../problems/problem-counts';
import { useShell } from '../shell-context';
import { nameAlone, type ClusterName } from './cluster-names';
import { clusterStandings, type ClusterStanding } from './cluster-standing';

const StandingsContext = createContext<readonly ClusterStanding[]>([]);
const ProblemsContext = createContext<readonly ProblemCount[]>([]);
const NamesContext = createContext<ReadonlyMap<string, ClusterName>>(new Map());
const noProblems: readonly ProblemCount[] = [];

/** Looks at every cluster once, for the tree, the status bar and the tasks. */
export function StandingsProvider({ children }: { readonly children: ReactNode }) {
  const { registry } = useShell();
  const clusters = useClusters();
  const present = useClusterAccess();
  const standings = useMemo(() => clusterStandings(clusters, registry.problems), [clusters, registry]);
  const all = useSyncExternalStore(standings.subscribe, () => standings.all);
  const names = useSyncExternalStore(standings.subscribe, () => standings.names);
  const problems = all.find(({ access }) => access === present)?.problems ?? noProblems;
  return (
    <StandingsContext value={all}>
      <NamesContext value={names}>
        <ProblemsContext value={problems}>{children}</ProblemsContext>
      </NamesContext>
    </StandingsContext>
  );
}

/** How every cluster of the tree stands, in its order. */
export function useStandings(): readonly ClusterStanding[] {
  return useContext(StandingsContext);
}

/** What is wrong now in the cluster that is shown, counted. */
export function useProblemCounts(): readonly ProblemCount[] {
  return useContext(ProblemsContext);
}

/** What the clusters of the tree are called, by the id of the connection. */
export function useClusterNames(): ReadonlyMap<string, ClusterName> {
  return useContext(NamesContext);
}

/** What the present cluster is called. */
export function useClusterName(): ClusterName {
  const { connection } = useClusterAccess();
  const own = useCluster((view) => view.snapshot.cluster.name);
  return useClusterNames().get(connection.id) ?? nameAlone({ connection, own });
}

/** The present cluster where there are others that it could be taken for; null: it is the only one. */
export function useClusterAmongOthers(): ClusterName | null {
  const name = useClusterName();
  return useClusterNames().size > 1 ? name : null;
}

import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { useClusters } from '../../lib/clusters-context';
import { useClusterAccess } from '../../lib/cluster-context';
import type { ProblemCount } from '../problems/problem-counts';
import { useShell } from '../shell-context';
import { clusterStandings, type ClusterStanding } from './cluster-standing';

const StandingsContext = createContext<readonly ClusterStanding[]>([]);
const ProblemsContext = createContext<readonly ProblemCount[]>([]);
const noProblems: readonly ProblemCount[] = [];

/** Looks at every cluster once, for the tree, the status bar and the tasks. */
export function StandingsProvider({ children }: { readonly children: ReactNode }) {
  const { registry } = useShell();
  const clusters = useClusters();
  const present = useClusterAccess();
  const standings = useMemo(() => clusterStandings(clusters, registry.problems), [clusters, registry]);
  const all = useSyncExternalStore(standings.subscribe, () => standings.all);
  const problems = all.find(({ access }) => access === present)?.problems ?? noProblems;
  return (
    <StandingsContext value={all}>
      <ProblemsContext value={problems}>{children}</ProblemsContext>
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

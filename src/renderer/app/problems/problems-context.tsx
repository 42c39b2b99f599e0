import { createContext, useCallback, useContext, type ReactNode } from 'react';
import { useReading, useTimeScale } from '../../lib/cluster-context';
import type { ClusterReading } from '../../lib/cluster-store';
import { useShell } from '../shell-context';
import { countProblems, sameCounts, type ProblemCount } from './problem-counts';

const ProblemsContext = createContext<readonly ProblemCount[]>([]);

/** Counts what is wrong once for the tree and the status bar. */
export function ProblemsProvider({ children }: { readonly children: ReactNode }) {
  const { registry } = useShell();
  const scale = useTimeScale();
  const select = useCallback(
    ({ loaded, view }: ClusterReading) => (loaded ? countProblems(registry.problems(view, scale)) : []),
    [registry, scale],
  );
  return <ProblemsContext value={useReading(select, sameCounts)}>{children}</ProblemsContext>;
}

/** What is wrong now, counted. */
export function useProblemCounts(): readonly ProblemCount[] {
  return useContext(ProblemsContext);
}

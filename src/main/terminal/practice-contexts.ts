import { startPracticeServer, type PracticeServer } from '#backend/practice/practice-server';
import { presentSnapshot } from '#backend/present-snapshot';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import type { Connections } from '../connections/connections';
import type { TerminalContext } from './terminals';

/** What shells are told about their clusters. */
export interface TerminalContexts {
  of(connection: string): Promise<Result<TerminalContext>>;
  close(): Promise<void>;
}

/** Opens a training cluster to the practice modules when its first terminal opens, and not before. */
export function practiceContexts(connections: Connections, modules: string): TerminalContexts {
  const servers = new Map<string, Promise<PracticeServer>>();
  const of: TerminalContexts['of'] = async (connection) => {
    const backend = await connections.find(connection);
    if (backend === undefined) return failure(clusterError('notFound', `There is no connection "${connection}".`));
    if (!backend.capabilities.training) return failure(onlyTraining);
    let serving = servers.get(connection);
    if (serving === undefined) {
      serving = startPracticeServer({ backend });
      servers.set(connection, serving);
      serving.catch(() => servers.delete(connection));
    }
    const { pipe, token } = await serving;
    return success({
      environment: {
        REGROUP_CLUSTER: presentSnapshot(backend)?.cluster.name ?? '',
        REGROUP_MODULES: modules,
        REGROUP_PRACTICE_PIPE: pipe,
        REGROUP_PRACTICE_TOKEN: token,
      },
    });
  };
  return {
    of,
    close: async () => {
      await Promise.allSettled([...servers.values()].map(async (serving) => (await serving).close()));
    },
  };
}

const onlyTraining = clusterError('unsupported', 'A terminal on a real cluster is not there yet.', {
  advice: 'Use a PowerShell of your own with the modules FailoverClusters and Hyper-V.',
});

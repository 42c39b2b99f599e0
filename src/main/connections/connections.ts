import type { ClusterBackend } from '#backend/cluster-backend';
import type { Connection, OpeningProblem } from '#shared/contract/contract';

/** The clusters in the tree. */
export interface Connections {
  list(): Promise<readonly Connection[]>;
  /** Why the scenario of the command line could not be opened; null when it could or when there was none. */
  problem(): Promise<OpeningProblem | null>;
  /** The backend of one that is open. */
  find(id: string): Promise<ClusterBackend | undefined>;
}

/** What a training connection and real ones are together: training stands first. */
export function together(training: Connections, real: RealPart): Connections {
  return {
    list: async () => [...(await training.list()), ...real.list()],
    problem: () => training.problem(),
    find: async (id) => real.find(id) ?? (await training.find(id)),
  };
}

interface RealPart {
  list(): readonly Connection[];
  find(id: string): ClusterBackend | undefined;
}

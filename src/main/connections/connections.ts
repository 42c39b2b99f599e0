import type { ClusterBackend } from '#backend/cluster-backend';
import type { Connection, OpeningProblem } from '#shared/contract/contract';

/** The clusters in the tree. */
export interface Connections {
  list(): Promise<readonly Connection[]>;
  /** Why the scenario of the command line could not be opened; null when it could or when there was none. */
  problem(): Promise<OpeningProblem | null>;
  find(id: string): Promise<ClusterBackend | undefined>;
  /** Ends all of them. */
  close(): Promise<void>;
}

import type { Readable } from 'node:stream';
import { clusterError } from '#shared/model/cluster-error';
import type { ClusterEvent } from '#shared/model/cluster-event';
import type { ClusterView } from '#shared/model/cluster-view';
import type { Operation } from '#shared/model/operation';
import { failure, type Result } from '#shared/model/result';
import type { CheckedCommand } from '../check-command';
import { fileMissing } from '../file-missing';
import type { RealTime } from '../real-time';
import type { AgentPool } from './agent/agent-pool';
import type { AgentLog } from './agent/agent-request';
import type { BlackoutRow } from './reading/rows/blackout-row';
import type { MigrationProgress } from './reading/migration-watch';

/** Carries out commands on one cluster. It outlives connections. */
export interface CommandRunner {
  /** All operations to show, those that are over included. */
  readonly operations: readonly Operation[];
  /** Starts a command that was checked against what was read last. */
  execute(command: CheckedCommand, view: ClusterView): Promise<Result<Operation>>;
  /** The cluster was read: what is under way may have ended. */
  observe(view: ClusterView): void;
  /** Something was read: there may be migrations that were not started here. */
  meet(view: ClusterView): void;
  /** The content of a file that an operation brought back. */
  readFile(operation: string, name: string): Promise<Result<Readable>>;
  /** Nothing goes on any more, and no file is kept. */
  close(): void;
}

/** What a runner works with. */
export interface CommandSurroundings {
  readonly time: RealTime;
  /** Cluster time: milliseconds since 1970. */
  readonly now: () => number;
  readonly log: AgentLog;
  /** Sends a request to the agents of the present connection; `notConnected` while there is none. */
  readonly request: AgentPool['request'];
  /** Live migrations under way, by the folded name of the role. */
  readonly migrations: () => ReadonlyMap<string, MigrationProgress>;
  /** Live migrations that a host logged as their source, newest first; null when it does not tell. */
  readonly blackouts: (node: string) => Promise<readonly BlackoutRow[] | null>;
  /** Reads what a node logged since it was read last. */
  readonly readEvents: (node: string) => Promise<void>;
  /** All events that were read, oldest first. */
  readonly events: () => readonly ClusterEvent[];
  /** `operations` changed. */
  readonly changed: () => void;
  /** The cluster is to be read right now: something was done to it. */
  readonly readNow: () => void;
}

/** A runner until there is one that acts: every command is refused, and says why. */
export function refuseCommands(): CommandRunner {
  return {
    operations: [],
    execute: () =>
      Promise.resolve(
        failure(
          clusterError('unsupported', 'Regroup does not change real clusters yet.', {
            advice: 'Use "Show PowerShell" and run it in a PowerShell of your own.',
          }),
        ),
      ),
    observe: () => undefined,
    meet: () => undefined,
    readFile: (_operation, name) => Promise.resolve(failure(fileMissing(name))),
    close: () => undefined,
  };
}

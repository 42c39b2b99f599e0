import type { ClusterEvent } from '#shared/model/cluster-event';
import type { Release } from '#shared/model/release';
import type { ValidationReport } from '#shared/model/validation-report';
import type { DatabaseState } from './database-state';
import type { GuestClusterState } from './guest-cluster-state';
import type { KeptFile } from './kept-file';
import type { MachineState } from './machine-state';
import type { FlowState, MigrationState } from './migration-state';
import type { InterfaceState, NetworkState } from './network-state';
import type { NodeState } from './node-state';
import type { OperationState } from './operation-state';
import type { QueuedEvent } from './queued-event';
import type { StorageMigrationState } from './storage-migration-state';
import type { DeviceState, DiskState, SessionState, StorageServerState } from './storage-state';

/** Everything there is to know of a simulated cluster: plain data (Maps and Sets of it), by id. */
export interface SimulationState {
  now: number;
  readonly release: Release;
  /** State of the random generator. */
  random: number;
  readonly queue: QueuedEvent[];
  /** Queue ids of events that must not happen. */
  readonly cancelled: Set<number>;
  nextQueueId: number;
  /** Last number given to an object, by kind. */
  readonly numbers: Map<string, number>;
  /** False: the servers exist, the cluster does not yet. */
  formed: boolean;
  /** Id of the database that the snapshot shows. */
  primary: string;
  readonly databases: Map<string, DatabaseState>;
  readonly nodes: Map<string, NodeState>;
  readonly networks: Map<string, NetworkState>;
  readonly interfaces: Map<string, InterfaceState>;
  readonly disks: Map<string, DiskState>;
  readonly servers: Map<string, StorageServerState>;
  readonly devices: Map<string, DeviceState>;
  readonly sessions: Map<string, SessionState>;
  readonly mpio: 'none' | 'failOverOnly' | 'roundRobin';
  /** What Validate a Configuration found last; null: it has not run. */
  validation: ValidationReport | null;
  /** Whether the share or cloud witness answers. */
  witnessWorking: boolean;
  readonly machines: Map<string, MachineState>;
  readonly guestClusters: Map<string, GuestClusterState>;
  readonly migrations: Map<string, MigrationState>;
  /** In order of request, those that wait and those that run. */
  readonly storageMigrations: Map<string, StorageMigrationState>;
  readonly flows: Map<string, FlowState>;
  readonly operations: Map<string, OperationState>;
  /** Operations whose progress changes with time: migrations that are under way. */
  readonly progressing: Set<string>;
  /** Files that operations brought back, by the operation's id. */
  readonly files: Map<string, readonly KeptFile[]>;
  readonly events: ClusterEvent[];
}

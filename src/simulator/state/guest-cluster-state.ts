import type { Release } from '#shared/model/release';
import type { DatabaseState } from './database-state';
import type { InterfaceState, NetworkState } from './network-state';
import type { NodeState } from './node-state';
import type { DiskState, SessionState } from './storage-state';

/**
 * A cluster whose nodes are virtual machines: what it has beside the time, the events, the operations and the storage servers
 * of the cluster of its hosts. Its nodes have the ids of their machines, its networks and its disk those of the hosts'.
 */
export interface GuestClusterState {
  readonly id: string;
  readonly name: string;
  /** What runs in its machines. */
  readonly release: Release;
  /** The guests as servers: one has power while it answers. One that stands still has none, but its service still runs. */
  readonly nodes: Map<string, NodeState>;
  /** Networks on which the guests have an adapter, as they see them. */
  readonly networks: Map<string, NetworkState>;
  readonly interfaces: Map<string, InterfaceState>;
  /** The disk of the hosts' file that the guests share, by id; null: they share none, or one of their own. */
  readonly lun: string | null;
  /** The LUN that they share, under the id that it has for the hosts if it has one, and the one of their witness. */
  readonly disks: Map<string, DiskState>;
  /** The guests' own iSCSI sessions. */
  readonly sessions: Map<string, SessionState>;
  readonly databases: Map<string, DatabaseState>;
  primary: string;
}

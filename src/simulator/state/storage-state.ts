/** That a node with power has no path to a disk. */
export interface LostPath {
  /** False: I/O still waits for a path to come back. */
  readonly lost: boolean;
  /** The time at which the wait is over, or was. */
  readonly until: number;
  /** Queue id of the moment at which the wait is over; null once it is. */
  readonly timer: number | null;
}

/** One LUN as it physically is. */
export interface DiskState {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly device: string | null;
  readonly throughput: number;
  readonly persistentReservations: boolean;
  readonly bus: 'iSCSI' | 'FC' | 'SAS';
  /** False: the disk itself is broken. */
  working: boolean;
  /** False: all nodes see it, but the cluster does not have it. */
  clustered: boolean;
  /** The resource of a clustered disk that is no shared volume; null otherwise. */
  resource: string | null;
  /** The shared volume that it is; null otherwise. */
  volume: string | null;
  /** The node that holds its SCSI-3 persistent reservation; null: nobody does. */
  reservation: string | null;
  /** Nodes with power that have no path to it now, by id. */
  readonly paths: Map<string, LostPath>;
}

/** One cluster shared volume, as a partition knows it. */
export interface VolumeState {
  readonly id: string;
  readonly disk: string;
  /** Number in `C:\ClusterStorage\VolumeN`. */
  readonly number: number;
  coordinator: string | null;
  state: 'Online' | 'OnlinePending' | 'Offline' | 'Failed';
  maintenance: boolean;
  timer: number | null;
}

/** A server that offers disks over iSCSI. */
export interface StorageServerState {
  readonly id: string;
  readonly name: string;
  /** Addresses by network id. */
  readonly interfaces: { readonly network: string; readonly address: string }[];
  powered: boolean;
}

/** A copy that lacks acknowledged writes. */
export interface CopyBehind {
  /** When it began to lack them. */
  readonly since: number;
  /** Nobody knows what it lacks: all of it has to be copied. */
  full: boolean;
}

/** A copy that is brought up to date. Bytes; times in milliseconds. */
export interface Synchronization {
  readonly server: string;
  readonly bytes: number;
  readonly startedAt: number;
  readonly endsAt: number;
  /** Queue id of its end. */
  readonly event: number;
}

/** A device that one storage server offers, or two as a mirror. Rates in bytes a second. */
export interface DeviceState {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly mirrors: { readonly server: string; readonly priority: 'primary' | 'secondary' }[];
  readonly syncRate: number;
  /** Servers whose copy has every acknowledged write. */
  current: string[];
  /** The copies that lack writes, by server. */
  readonly behind: Map<string, CopyBehind>;
  sync: Synchronization | null;
  /** The link over which the servers mirror. */
  linkWorking: boolean;
}

/** One node's iSCSI session with one storage server. */
export interface SessionState {
  readonly id: string;
  readonly node: string;
  readonly server: string;
  /** False: the path is broken. */
  working: boolean;
}

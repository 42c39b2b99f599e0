/** That I/O of a node with power to a disk does not go on over its own paths. */
export interface LostPath {
  /**
   * `retrying`: one path of several is gone, and is tried again before I/O goes on over the others. `waiting`: the last one is
   * gone, I/O waits for one to come back. `lost`: none came back.
   */
  readonly state: 'retrying' | 'waiting' | 'lost';
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
  /** Nodes with power whose I/O to it does not go on over their own paths now, by id. */
  readonly paths: Map<string, LostPath>;
  /** Sessions over which I/O of a node goes to it, by the node's id, for one on a device. */
  readonly ways: Map<string, readonly string[]>;
}

/** One cluster shared volume, as a partition knows it. */
export interface VolumeState {
  readonly id: string;
  readonly disk: string;
  /** Number in `C:\ClusterStorage\VolumeN`. */
  readonly number: number;
  coordinator: string | null;
  state: 'Online' | 'OnlinePending' | 'Offline' | 'Failed';
  /**
   * Maintenance mode; null: it is off. What is on the volume goes offline first, for the command with that operation; null: nothing
   * of the cluster uses the volume any more.
   */
  maintenance: { readonly operation: string | null } | null;
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

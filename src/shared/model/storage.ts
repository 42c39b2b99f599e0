/** A server that offers disks over iSCSI. */
export interface StorageServer {
  readonly id: string;
  readonly name: string;
  readonly state: 'Up' | 'Down';
}

/** A disk device mirrored between two storage servers. */
export interface StorageDevice {
  readonly id: string;
  readonly name: string;
  readonly state: 'Synchronized' | 'NotSynchronized' | 'Synchronizing' | 'Unavailable';
  /** Bytes. */
  readonly size: number;
  readonly servers: readonly string[];
  /** Percent of a running synchronization; null when none runs. */
  readonly synchronization: number | null;
}

/** One node's iSCSI session with one storage server. */
export interface StorageSession {
  readonly id: string;
  readonly name: string;
  readonly node: string;
  readonly server: string;
  readonly state: 'Connected' | 'Disconnected' | 'Failed';
}

/** What stands behind the disks, where the backend knows it. */
export interface Storage {
  readonly servers: readonly StorageServer[];
  readonly devices: readonly StorageDevice[];
  readonly sessions: readonly StorageSession[];
}

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

/** A device that one storage server offers, or two as a mirror. Rates in bytes a second. */
export interface DeviceState {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly mirrors: { readonly server: string; readonly priority: 'primary' | 'secondary' }[];
  readonly syncRate: number;
  /** Servers whose copy has every acknowledged write. */
  current: string[];
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

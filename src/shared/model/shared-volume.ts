import type { ResourceState } from './resource';

/** How one node reaches a shared volume, as `Get-ClusterSharedVolumeState` words it. */
export type SharedVolumeAccess = 'Direct' | 'BlockRedirected' | 'FileSystemRedirected' | 'Paused' | 'Unavailable';

/** One node's way to a shared volume. */
export interface SharedVolumeNodeState {
  readonly node: string;
  readonly stateInfo: SharedVolumeAccess;
  /** NotBlockRedirected, NoDiskConnectivity, … as Windows words it. */
  readonly blockRedirectedIOReason: string;
}

/** A cluster shared volume. Its disk stands in `disks` too. */
export interface SharedVolume {
  readonly id: string;
  readonly name: string;
  readonly state: ResourceState;
  /** The coordinator; null while it has none. */
  readonly ownerNode: string | null;
  /** `C:\ClusterStorage\Volume1`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly maintenanceMode: boolean;
  readonly nodeStates: readonly SharedVolumeNodeState[];
}

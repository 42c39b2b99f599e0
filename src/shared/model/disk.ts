import type { ResourceState } from './resource';

/** What a cluster disk is used for. */
export type DiskUse = 'Witness' | 'SharedVolume' | 'Role' | 'AvailableStorage' | 'NotClustered';

/** A disk that the cluster has, or could have (use NotClustered: a disk all nodes see that was not added yet). */
export interface Disk {
  readonly id: string;
  readonly name: string;
  readonly state: ResourceState;
  readonly use: DiskUse;
  /** The role that has it; null for one that is not clustered. */
  readonly ownerGroup: string | null;
  readonly ownerNode: string | null;
  /** Bytes; 0 when unknown. */
  readonly size: number;
  readonly maintenanceMode: boolean;
  /** Why it is as it is, one sentence; null where there is nothing to say. */
  readonly statusReason: string | null;
  /** The mirrored device behind it (`Storage.devices`); null where there is none or it is unknown. */
  readonly device: string | null;
  /** Bytes a second that it reads or writes; null when unknown. */
  readonly throughput: number | null;
}

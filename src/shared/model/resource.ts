/** As `Get-ClusterResource` words it. */
export type ResourceState =
  'Initializing' | 'Online' | 'Offline' | 'Failed' | 'Pending' | 'OnlinePending' | 'OfflinePending' | 'Unknown';

/** The smallest thing a cluster brings online: a disk, an address, a name, a service, a virtual machine. Durations in milliseconds. */
export interface Resource {
  readonly id: string;
  readonly name: string;
  /** Display name of the type, for example `Physical Disk`. */
  readonly resourceType: string;
  readonly state: ResourceState;
  readonly statusInformation: string;
  /** Why it is as it is, one sentence; null where there is nothing to say. */
  readonly statusReason: string | null;
  readonly ownerGroup: string;
  readonly ownerNode: string | null;
  readonly isCoreResource: boolean;
  /** In Windows' form, `([A]) and ([B] or [C])`; empty: it depends on nothing. */
  readonly dependencyExpression: string;
  /** Nodes it may run on; empty: all. */
  readonly possibleOwners: readonly string[];
  readonly maintenanceMode: boolean;
  readonly looksAlivePollInterval: number;
  readonly isAlivePollInterval: number;
  readonly pendingTimeout: number;
  readonly deadlockTimeout: number;
  readonly restartThreshold: number;
  readonly restartPeriod: number;
  readonly restartDelay: number;
  readonly retryPeriodOnFailure: number;
}

/** As `Get-ClusterGroup` words it. */
export type RoleState = 'Online' | 'Offline' | 'Failed' | 'PartialOnline' | 'Pending' | 'Unknown';

/** What a role without resources can be said to be, by the words of the cmdlets' `GroupType`. */
export const serviceGroupTypes = [
  'FileServer',
  'GenericService',
  'GenericApplication',
  'GenericScript',
  'DhcpServer',
  'Dtc',
  'StandAloneDfs',
  'Msmq',
  'Wins',
  'IScsiTarget',
  'IScsiNameService',
  'PrintServer',
  'Unknown',
] as const;

/** One of them. */
export type ServiceGroupType = (typeof serviceGroupTypes)[number];

/** The kinds of role, by the same words. */
export const groupTypes = ['Cluster', 'AvailableStorage', 'VirtualMachine', ...serviceGroupTypes] as const;

/** One kind of role. */
export type GroupType = (typeof groupTypes)[number];

/** A role: "service or application" in the tree, `ClusterGroup` in PowerShell. */
export interface Role {
  readonly id: string;
  readonly name: string;
  readonly groupType: GroupType;
  /** True for `Cluster Group` and `Available Storage`. */
  readonly isCoreGroup: boolean;
  readonly state: RoleState;
  /** Normal, or Windows' flags joined with a comma and a space: Queued, PhysicalResourcesLacking, Preempted, Unmonitored, … */
  readonly statusInformation: string;
  /** Why it is as it is, one sentence; null where there is nothing to say. */
  readonly statusReason: string | null;
  /** The guest cluster that has it, whose nodes are virtual machines; null: it is a role of the cluster itself. */
  readonly guestCluster: string | null;
  /** The node that has it, or had it last; of a role in a guest cluster its virtual machine. Null when unknown. */
  readonly ownerNode: string | null;
  /** 3000 high, 2000 medium, 1000 low, 0 no auto start. */
  readonly priority: number;
  /** In order; empty: none set. */
  readonly preferredOwners: readonly string[];
  readonly antiAffinityClassNames: readonly string[];
  /** Failovers allowed within the period; null: the default, nodes - 1. */
  readonly failoverThreshold: number | null;
  /** Hours. */
  readonly failoverPeriod: number;
  /** 0 prevent, 1 allow. */
  readonly autoFailbackType: 0 | 1;
  /** Hour of the day, 0 to 23; null: any time. */
  readonly failbackWindowStart: number | null;
  readonly failbackWindowEnd: number | null;
  /** 1: it is meant to be online and is brought there when its node starts. */
  readonly persistentState: 0 | 1;
}

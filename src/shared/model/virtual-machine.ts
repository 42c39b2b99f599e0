/** As `Get-VM` words it. */
export type VirtualMachineState =
  'Running' | 'Off' | 'Saved' | 'Paused' | 'Starting' | 'Stopping' | 'Saving' | 'Resuming' | 'PausedCritical' | 'Other';

/** What the guest answers, as `Get-VM` words it. */
export type GuestHeartbeat =
  'Unknown' | 'NoContact' | 'LostCommunication' | 'OkApplicationsUnknown' | 'OkApplicationsHealthy' | 'Paused';

/** A virtual machine on one of the nodes, clustered or not. Sizes in bytes. */
export interface VirtualMachine {
  readonly id: string;
  readonly name: string;
  readonly state: VirtualMachineState;
  /** The node it is on; null when it is unknown. */
  readonly computerName: string | null;
  readonly isClustered: boolean;
  /** The role that has it; null when it is not clustered. */
  readonly role: string | null;
  /** The guest cluster that it is a node of; null: none. */
  readonly guestCluster: string | null;
  readonly heartbeat: GuestHeartbeat;
  /** Memory it is given when it runs. */
  readonly memoryStartup: number;
  /** Memory it has now; 0 when it is off or saved. */
  readonly memoryAssigned: number;
  readonly processorCount: number;
  /** Percent; null where it is not measured. */
  readonly cpuUsage: number | null;
  /** Disks that hold its files. */
  readonly disks: readonly string[];
}

import type { VirtualMachineState } from '#shared/model/virtual-machine';

/** What the guest does, or did when its machine was saved. `none`: the machine is off. */
export type GuestState = 'none' | 'booting' | 'healthy' | 'crashed' | 'hung';

/** One virtual machine as it physically is. Sizes in bytes, rates in bytes a second, times in milliseconds. */
export interface MachineState {
  readonly id: string;
  name: string;
  /** The node that has it. */
  host: string;
  /** The role that has it; null when it is not clustered. */
  role: string | null;
  state: VirtualMachineState;
  guest: GuestState;
  /** Queue id of the end of the guest's start; null when none is due. */
  booting: number | null;
  /** When the guest's start ends, or ended last. */
  bootEnd: number;
  /** What was left of the guest's start when the machine came to a standstill; null: it was not starting. */
  bootLeft: number | null;
  memory: number;
  usedMemory: number;
  processors: number;
  readonly dirtyRate: number;
  workingSet: number;
  readonly bootTime: number;
  /** What its virtual hard disk holds; on a smaller disk its files are as large as their share of it. */
  readonly virtualDisk: number;
  readonly offlineAction: 'save' | 'shutdown' | 'turnOff';
  /** What the present taking offline does instead; null: its offline action. */
  offlineOnce: 'save' | 'shutdown' | 'turnOff' | null;
  readonly cpuCompatibility: boolean;
  readonly heartbeatCheck: boolean;
  disks: string[];
  /** The operation that waits for it while it is not clustered; null when none does. */
  operation: string | null;
  /** The node whose memory it holds; null when it holds none. */
  memoryOn: string | null;
  /** The node where memory is kept for it, because it is on its way there; null when it goes nowhere. */
  promisedOn: string | null;
  /** The node whose processor its saved memory is of; null when none is saved. */
  savedOn: string | null;
  /** Queue id of the end of a time without storage; null when it has its storage. */
  critical: number | null;
}

import type { VirtualMachineState } from '#shared/model/virtual-machine';

/** The files of one machine on their way to another disk, while it stays where it is. */
export interface StorageMigrationState {
  readonly id: string;
  readonly operation: string;
  readonly machine: string;
  /** The node that copies: the host of the machine. */
  readonly node: string;
  /** The disk that the files go to. */
  readonly to: string;
  readonly bytes: number;
  /** What the machine did when it was asked for: while it copies that stays so. */
  readonly state: VirtualMachineState;
  /** The copy; null while it waits for a slot. */
  flow: string | null;
}

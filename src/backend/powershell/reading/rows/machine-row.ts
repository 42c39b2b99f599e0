import { z } from 'zod';
import { enumeration, name, optionalCount, optionalFlag, optionalText } from '../row-values';

/** One row a machine of one node: `Get-VM`. Sizes in bytes. */
export const machineRow = z.object({
  Id: name,
  Name: name,
  State: enumeration,
  IsClustered: optionalFlag,
  Heartbeat: enumeration,
  MemoryStartup: optionalCount,
  MemoryAssigned: optionalCount,
  ProcessorCount: optionalCount,
  CPUUsage: optionalCount,
  /** Where its configuration is. */
  Path: optionalText,
});

/** What `Get-VM` says of one machine. */
export type MachineRow = z.output<typeof machineRow>;

/** One row a virtual disk: `Get-VMHardDiskDrive`. */
export const machineDiskRow = z.object({ VMId: name, Path: optionalText });

/** One row: `Get-VMHost` of one node, and what its Windows says. Sizes in bytes. */
export const hostRow = z.object({
  LogicalProcessorCount: optionalCount,
  MemoryCapacity: optionalCount,
  /** What is free now; null where it is not measured. */
  MemoryFree: optionalCount,
  /** `20348.2700`; null where it cannot be read. */
  Build: optionalText,
});

/** What one node says of itself. */
export type HostRow = z.output<typeof hostRow>;

/** The GUID of a machine in the form in which two are compared. */
export function foldId(id: string): string {
  return id.replace(/[{}]/g, '').toLowerCase();
}

import { z } from 'zod';
import { enumeration, name, optionalCount, optionalFlag, optionalText } from '../row-values';

/** One row a volume: `Get-ClusterSharedVolume` with its first partition. Sizes in bytes. */
export const sharedVolumeRow = z.object({
  Id: name,
  Name: name,
  State: enumeration,
  OwnerNode: optionalText,
  /** `C:\ClusterStorage\Volume1`. */
  Path: optionalText,
  Size: optionalCount,
  MaintenanceMode: optionalFlag,
});

/** What `Get-ClusterSharedVolume` says of one volume. */
export type SharedVolumeRow = z.output<typeof sharedVolumeRow>;

/** One row a volume and node: `Get-ClusterSharedVolumeState`. */
export const sharedVolumeStateRow = z.object({
  Name: name,
  Node: name,
  StateInfo: enumeration,
  BlockRedirectedIOReason: enumeration,
});

/** How one node reaches one volume. */
export type SharedVolumeStateRow = z.output<typeof sharedVolumeStateRow>;

/** One row a disk that all nodes see and the cluster does not have: `Get-ClusterAvailableDisk`. */
export const availableDiskRow = z.object({ Id: name, Name: name, Size: optionalCount });

/** What `Get-ClusterAvailableDisk` says of one disk. */
export type AvailableDiskRow = z.output<typeof availableDiskRow>;

/** One row a clustered disk: its size in bytes, which only the cluster's WMI provider knows. */
export const diskSizeRow = z.object({ Resource: name, Size: optionalCount });

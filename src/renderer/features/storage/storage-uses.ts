import type { Disk, DiskUse } from '#shared/model/disk';

/** How many disks are used for one thing. */
export interface StorageUse {
  readonly use: DiskUse;
  readonly title: string;
  /** Where these disks are listed. */
  readonly place: 'disks' | 'sharedVolumes';
  readonly count: number;
  /** Bytes. */
  readonly size: number;
}

const uses = [
  { use: 'Witness', title: 'Disk witness in quorum', place: 'disks' },
  { use: 'SharedVolume', title: 'Cluster shared volumes', place: 'sharedVolumes' },
  { use: 'Role', title: 'Disks of roles', place: 'disks' },
  { use: 'AvailableStorage', title: 'Available storage', place: 'disks' },
  { use: 'NotClustered', title: 'Not clustered', place: 'disks' },
] as const;

/** What the disks are used for, without uses that no disk has. */
export function storageUses(disks: readonly Disk[]): readonly StorageUse[] {
  return uses
    .map((entry) => {
      const used = disks.filter((disk) => disk.use === entry.use);
      return { ...entry, count: used.length, size: used.reduce((sum, disk) => sum + disk.size, 0) };
    })
    .filter(({ count }) => count > 0);
}

import type { Disk } from '#shared/model/disk';
import type { Storage, StorageDevice, StorageSession } from '#shared/model/storage';

/** What stands behind a disk. */
export interface BehindDisk {
  /** Undefined for a plain disk. */
  readonly device: StorageDevice | undefined;
  /** The ways that nodes have to the servers of that device. */
  readonly sessions: readonly StorageSession[];
}

/** Finds what stands behind a disk, where the backend knows it. */
export function behindDisk(disk: Pick<Disk, 'device'>, storage: Storage): BehindDisk {
  const device = storage.devices.find(({ name }) => name === disk.device);
  const sessions = storage.sessions.filter(({ server }) => device?.servers.includes(server) ?? false);
  return { device, sessions };
}

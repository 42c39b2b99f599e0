import type { Disk, DiskUse } from '#shared/model/disk';
import type { SharedVolume, SharedVolumeAccess } from '#shared/model/shared-volume';
import type { StorageDevice } from '#shared/model/storage';
import { resourceStatus } from '../../lib/resource-status';
import type { StatusWords } from '../../lib/tone';

/** How a disk is, in a word. */
export function diskStatus(disk: Disk): StatusWords {
  if (disk.use === 'NotClustered') return { tone: 'off', text: 'Not clustered' };
  if (disk.maintenanceMode && disk.state === 'Online') return { tone: 'warn', text: 'Maintenance' };
  return resourceStatus(disk.state);
}

const useWords = {
  Witness: 'Disk witness in quorum',
  SharedVolume: 'Cluster shared volume',
  AvailableStorage: 'Available storage',
  NotClustered: '',
} as const satisfies Record<Exclude<DiskUse, 'Role'>, string>;

/** What a disk is for: the role's name where it belongs to one. */
export function assignedTo(disk: Disk): string {
  return disk.use === 'Role' ? (disk.ownerGroup ?? '') : useWords[disk.use];
}

/** Why a disk is as it is and what comes next; empty where there is nothing to say. */
export function diskInformation(disk: Disk): string {
  if (disk.statusReason !== null) return disk.statusReason;
  if (disk.maintenanceMode) return 'In maintenance: health checks are off';
  if (disk.use === 'NotClustered') return 'Every node sees it: it can be added to the cluster';
  return disk.state === 'Offline' ? 'Needs to be brought online' : '';
}

const accessWords = {
  Direct: { tone: 'ok', text: 'Direct' },
  BlockRedirected: { tone: 'warn', text: 'Block redirected' },
  FileSystemRedirected: { tone: 'warn', text: 'File system redirected' },
  Paused: { tone: 'progress', text: 'Paused' },
  Unavailable: { tone: 'error', text: 'Unavailable' },
} as const satisfies Record<SharedVolumeAccess, StatusWords>;

/** How a node reaches a shared volume, in a word. */
export function accessStatus(access: SharedVolumeAccess): StatusWords {
  return accessWords[access];
}

const reasonWords: { readonly [reason: string]: string } = {
  NotBlockRedirected: '',
  NoDiskConnectivity: 'no path to the disk',
  StorageSpaceNotAttached: 'storage space not attached',
  VolumeReplicationEnabled: 'volume replication',
};

/** Why a node's access is redirected, a few words; empty when it is not. */
export function redirectionReason(reason: string): string {
  return reasonWords[reason] ?? reason;
}

/** What is to be said of a shared volume beside its state: who does not reach it directly. */
export function sharedVolumeInformation(volume: SharedVolume): string {
  const redirected = volume.nodeStates.filter(({ stateInfo }) => stateInfo.endsWith('Redirected'));
  const without = volume.nodeStates.filter(({ stateInfo }) => stateInfo === 'Unavailable');
  const names = (states: SharedVolume['nodeStates']): string => states.map(({ node }) => node).join(', ');
  const parts = [
    ...(volume.maintenanceMode ? ['In maintenance'] : []),
    ...(without.length > 0 ? [`${names(without)} cannot reach it`] : []),
    ...(redirected.length > 0
      ? [
          `${names(redirected)} ${redirected.length === 1 ? 'goes' : 'go'} through ${volume.ownerNode ?? 'another node'}`,
        ]
      : []),
  ];
  return parts.join(', ');
}

/** How a mirrored device is, in a word. */
export function deviceStatus(device: StorageDevice): StatusWords {
  switch (device.state) {
    case 'Synchronized':
      return { tone: 'ok', text: 'Synchronized' };
    case 'NotSynchronized':
      return { tone: 'warn', text: 'Not synchronized' };
    case 'Synchronizing':
      return { tone: 'progress', text: 'Synchronizing' };
    case 'Unavailable':
      return { tone: 'error', text: 'Unavailable' };
  }
}

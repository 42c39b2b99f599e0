import type { Disk, DiskUse } from '#shared/model/disk';
import type { Node } from '#shared/model/node';
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

/** What is to be said of a shared volume beside its state: which of the nodes that run do not reach it directly. */
export function sharedVolumeInformation(volume: SharedVolume, nodes: readonly Node[]): string {
  const running = new Set(nodes.filter(({ state }) => state === 'Up' || state === 'Paused').map(({ name }) => name));
  const states = volume.nodeStates.filter(({ node }) => running.has(node));
  const redirected = states.filter(({ stateInfo }) => stateInfo.endsWith('Redirected')).map(({ node }) => node);
  const without = states.filter(({ stateInfo }) => stateInfo === 'Unavailable').map(({ node }) => node);
  const goes = redirected.length === 1 ? 'goes' : 'go';
  const parts = [
    ...(volume.maintenanceMode ? ['In maintenance'] : []),
    ...(without.length > 0 ? [`${without.join(', ')} cannot reach it`] : []),
    ...(redirected.length > 0
      ? [`${redirected.join(', ')} ${goes} through ${volume.ownerNode ?? 'another node'}`]
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

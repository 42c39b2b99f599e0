import type { Disk, DiskUse } from '#shared/model/disk';
import type { SharedVolume } from '#shared/model/shared-volume';
import { blockRedirectionFlags, flagsOf, resourceStates, volumeStates, wordOf } from '../enumerations';
import type { RowIndex } from '../row-index';
import type { ResourceRow } from '../rows/resource-row';
import type { SharedVolumeRow, AvailableDiskRow } from '../rows/storage-row';

/** Where the cluster puts shared volumes. */
const sharedVolumeGroup = 'Cluster Shared Volume';

/** A shared volume. Nodes whose way to it was not read are left out. */
export function projectVolume(row: SharedVolumeRow, index: RowIndex): SharedVolume {
  return {
    id: row.Id,
    name: row.Name,
    state: wordOf(resourceStates, row.State, 'Unknown'),
    ownerNode: row.OwnerNode,
    path: row.Path ?? '',
    size: row.Size ?? 0,
    maintenanceMode: row.MaintenanceMode === true,
    nodeStates: index.volumeStates(row.Name).map((state) => ({
      node: state.Node,
      stateInfo: wordOf(volumeStates, state.StateInfo, 'Unavailable'),
      blockRedirectedIOReason: flagsOf(blockRedirectionFlags, state.BlockRedirectedIOReason, 'NotBlockRedirected'),
    })),
  };
}

function useOf(row: ResourceRow, index: RowIndex): DiskUse {
  if (index.witness?.Id === row.Id) return 'Witness';
  switch (index.groupType(row.OwnerGroup ?? '')) {
    case 'Cluster':
      return 'Witness';
    case 'AvailableStorage':
      return 'AvailableStorage';
    default:
      return 'Role';
  }
}

/** A clustered disk that is no shared volume. */
export function projectDisk(row: ResourceRow, index: RowIndex): Disk {
  return {
    id: row.Id,
    name: row.Name,
    state: wordOf(resourceStates, row.State, 'Unknown'),
    use: useOf(row, index),
    ownerGroup: row.OwnerGroup,
    ownerNode: row.OwnerNode,
    size: index.diskSize(row.Name),
    maintenanceMode: row.MaintenanceMode === true,
    statusReason: row.ResourceSpecificStatus,
    device: null,
    throughput: null,
  };
}

/** The disk of a shared volume. */
export function projectVolumeDisk(row: SharedVolumeRow, volume: SharedVolume): Disk {
  return {
    id: row.Id,
    name: row.Name,
    state: volume.state,
    use: 'SharedVolume',
    ownerGroup: sharedVolumeGroup,
    ownerNode: volume.ownerNode,
    size: volume.size,
    maintenanceMode: volume.maintenanceMode,
    statusReason: null,
    device: null,
    throughput: null,
  };
}

/** A disk that could be added. */
export function projectAvailableDisk(row: AvailableDiskRow): Disk {
  return {
    id: row.Id,
    name: row.Name,
    state: 'Offline',
    use: 'NotClustered',
    ownerGroup: null,
    ownerNode: null,
    size: row.Size ?? 0,
    maintenanceMode: false,
    statusReason: null,
    device: null,
    throughput: null,
  };
}

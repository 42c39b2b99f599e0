import type { SharedVolume, SharedVolumeNodeState } from '#shared/model/shared-volume';
import { reference, type PracticeObject } from '../practice-object';

/** `Microsoft.FailoverClusters.PowerShell.ClusterSharedVolume`. The practice cluster does not say how full a volume is. */
export function sharedVolumeObject(volume: SharedVolume): PracticeObject {
  return {
    $type: 'ClusterSharedVolume',
    Name: volume.name,
    Id: volume.id,
    State: volume.state,
    OwnerNode: volume.ownerNode === null ? null : reference('ClusterNode', volume.ownerNode),
    SharedVolumeInfo: [
      {
        $type: 'ClusterSharedVolumeInfo',
        FriendlyVolumeName: volume.path,
        FaultState: volume.nodeStates.some(({ stateInfo }) => stateInfo !== 'Direct') ? 'InRedirectedMode' : 'NoFaults',
        MaintenanceMode: volume.maintenanceMode,
        RedirectedAccess: volume.nodeStates.some(({ stateInfo }) => stateInfo === 'FileSystemRedirected'),
        Partition: {
          $type: 'ClusterDiskPartitionInfo',
          Name: volume.path,
          FileSystem: 'CSVFS',
          Size: volume.size,
          FreeSpace: volume.size,
          UsedSpace: 0,
          PercentFree: 100,
        },
      },
    ],
  };
}

/** `Microsoft.FailoverClusters.PowerShell.ClusterSharedVolumeStateInfo`: how one node reaches a volume. */
export function sharedVolumeStateObject(volume: SharedVolume, state: SharedVolumeNodeState): PracticeObject {
  return {
    $type: 'ClusterSharedVolumeStateInfo',
    Name: volume.name,
    VolumeName: `\\\\?\\Volume{${volume.id}}\\`,
    VolumeFriendlyName: volume.path.split('\\').at(-1) ?? volume.path,
    Node: state.node,
    StateInfo: state.stateInfo,
    BlockRedirectedIOReason: state.blockRedirectedIOReason,
    FileSystemRedirectedIOReason:
      state.stateInfo === 'FileSystemRedirected' ? 'UserRequest' : 'NotFileSystemRedirected',
  };
}

import { lazy } from 'react';
import { definePlace, type Feature } from '../../app/feature';
import { disksPlace, sharedVolumesPlace } from './disks-place';
import { StorageBody } from './storage-body';
import { diskCounts } from './storage-counts';

const MaintenanceDialog = lazy(() =>
  import('./dialogs/maintenance-dialog').then((file) => ({ default: file.MaintenanceDialog })),
);

const MoveVolumeDialog = lazy(() =>
  import('./dialogs/move-volume-dialog').then((file) => ({ default: file.MoveVolumeDialog })),
);

const storagePlace = definePlace({
  kind: 'storage',
  reads: ['disks', 'storage'],
  shows: ['sharedVolumes'],
  title: () => 'Storage',
  summary: (_place, view) => diskCounts(view),
  target: () => null,
  body: () => <StorageBody />,
});

/** Storage: what it is used for, its disks and its shared volumes. */
export const storageFeature: Feature = {
  places: [storagePlace, disksPlace, sharedVolumesPlace],
  dialogs: [
    { command: 'disk.setMaintenance', render: (props) => <MaintenanceDialog {...props} /> },
    { command: 'disk.moveSharedVolume', render: (props) => <MoveVolumeDialog {...props} /> },
  ],
};

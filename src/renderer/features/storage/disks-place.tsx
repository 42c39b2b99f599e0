import { HardDrive16Regular } from '@fluentui/react-icons/svg/hard-drive';
import { definePlace, type DetailsTab } from '../../app/feature';
import { ObjectEvents } from '../events';
import { BehindTab } from './behind-tab';
import { diskRow, type DiskRow } from './disk-row';
import { DiskSummaryTab } from './disk-summary-tab';
import { diskColumns, volumeColumns } from './storage-columns';
import { diskCounts, volumeCounts } from './storage-counts';
import { volumeRow, type VolumeRow } from './volume-row';

function detailsOf(kind: 'disk' | 'sharedVolume'): readonly DetailsTab[] {
  return [
    { id: 'summary', title: 'Summary', render: (row) => <DiskSummaryTab disk={row.name} /> },
    { id: 'behind', title: 'Behind the disk', render: (row) => <BehindTab disk={row.name} /> },
    { id: 'events', title: 'Events', render: (row) => <ObjectEvents subject={{ kind, name: row.name }} /> },
  ];
}

/** "Disks": every disk that the cluster has or could have. */
export const disksPlace = definePlace<DiskRow>({
  kind: 'disks',
  reads: ['disks'],
  title: () => 'Disks',
  summary: (_place, view) => diskCounts(view),
  target: () => null,
  grid: {
    columns: diskColumns,
    defaultSort: { column: 'name', descending: false },
    emptyText: 'The cluster has no disk, and no disk that it could have is seen by all nodes.',
    rows: (_place, view) => view.snapshot.disks.map((disk) => diskRow(disk)),
    target: (row) => ({ kind: 'disk', name: row.name }),
    status: (row) => ({ tone: row.tone, text: row.status }),
    icon: () => <HardDrive16Regular aria-hidden />,
    details: detailsOf('disk'),
  },
});

/** "Cluster shared volumes". */
export const sharedVolumesPlace = definePlace<VolumeRow>({
  kind: 'sharedVolumes',
  reads: ['sharedVolumes', 'nodes'],
  title: () => 'Cluster shared volumes',
  summary: (_place, view) => volumeCounts(view),
  target: () => null,
  grid: {
    columns: volumeColumns,
    defaultSort: { column: 'name', descending: false },
    emptyText: 'No disk is a cluster shared volume yet. Add one from Disks to keep several machines on it.',
    rows: (_place, view) => view.snapshot.sharedVolumes.map((volume) => volumeRow(volume, view.snapshot.nodes)),
    target: (row) => ({ kind: 'sharedVolume', name: row.name }),
    status: (row) => ({ tone: row.tone, text: row.status }),
    icon: () => <HardDrive16Regular aria-hidden />,
    details: detailsOf('sharedVolume'),
  },
});

import { useCluster } from '../../lib/cluster-context';
import { exactBytes, formatRate } from '../../lib/format/bytes';
import { DetailsColumns } from '../../ui/details-columns';
import { DetailsSection } from '../../ui/details-section';
import { EmptyState } from '../../ui/empty-state';
import { PropertyList } from '../../ui/property-list';
import { AccessTable } from './access-table';
import { assignedTo, diskInformation, diskStatus, sharedVolumeInformation } from './disk-words';
import { knownSize, sizeInWords } from './size-words';

/** What a disk is, who has it, and for a shared volume how each node reaches it. */
export function DiskSummaryTab({ disk: name }: { readonly disk: string }) {
  const disk = useCluster((view) => view.disk(name));
  const volume = useCluster((view) => view.sharedVolume(name));
  const nodes = useCluster((view) => view.snapshot.nodes);
  if (disk === undefined) return <EmptyState>{name} is gone.</EmptyState>;
  const size = knownSize(disk.size);
  const information = volume === undefined ? diskInformation(disk) : sharedVolumeInformation(volume, nodes);
  return (
    <DetailsColumns>
      <PropertyList
        properties={[
          { label: 'Status', value: diskStatus(disk).text },
          ...(information === '' ? [] : [{ label: 'Information', value: information }]),
          ...(assignedTo(disk) === '' ? [] : [{ label: 'Assigned to', value: assignedTo(disk) }]),
          ...(disk.ownerNode === null ? [] : [{ label: 'Owner node', value: disk.ownerNode }]),
          { label: 'Capacity', value: sizeInWords(size), exact: size === null ? undefined : exactBytes(size) },
          ...(disk.throughput === null ? [] : [{ label: 'Throughput', value: formatRate(disk.throughput) }]),
          ...(volume === undefined ? [] : [{ label: 'Path', value: volume.path }]),
          { label: 'Maintenance mode', value: disk.maintenanceMode ? 'On' : 'Off' },
        ]}
      />
      {volume === undefined || volume.nodeStates.length === 0 ? null : (
        <DetailsSection title="Access by node">
          <AccessTable volume={volume} />
        </DetailsSection>
      )}
    </DetailsColumns>
  );
}

import { useCluster } from '../../lib/cluster-context';
import { equalLists } from '../../lib/equality';
import { resourceStatus } from '../../lib/resource-status';
import { DetailsSection } from '../../ui/details-section';
import { PlainTable } from '../../ui/plain-table';
import { Status } from '../../ui/status';

/** Cluster Name, its address, and the witness: what the cluster itself needs. */
export function CoreResourcesSection() {
  const resources = useCluster(
    (view) => view.snapshot.resources.filter((resource) => resource.isCoreResource),
    equalLists,
  );
  if (resources.length === 0) return null;
  return (
    <DetailsSection title="Core resources">
      <PlainTable
        label="Core resources"
        columns={[{ title: 'Name' }, { title: 'Type' }, { title: 'Status' }, { title: 'Owner node' }]}
        rows={resources.map((resource) => ({
          id: resource.id,
          cells: [
            resource.name,
            resource.resourceType,
            <Status key="status" {...resourceStatus(resource.state)} />,
            resource.ownerNode ?? '',
          ],
        }))}
      />
    </DetailsSection>
  );
}

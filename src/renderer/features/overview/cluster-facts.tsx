import type { Release } from '#shared/model/release';
import { useCluster } from '../../lib/cluster-context';
import { DetailsSection } from '../../ui/details-section';
import { PropertyList } from '../../ui/property-list';

/** `Windows Server 2008 R2`. */
function releaseInWords(release: Release): string {
  return `Windows Server ${release.replace('R2', ' R2')}`;
}

/** What the cluster is. */
export function ClusterFacts() {
  const cluster = useCluster((view) => view.snapshot.cluster);
  return (
    <DetailsSection title="Cluster">
      <PropertyList
        properties={[
          { label: 'Name', value: cluster.domain === null ? cluster.name : `${cluster.name}.${cluster.domain}` },
          ...(cluster.address === null ? [] : [{ label: 'Address', value: cluster.address }]),
          { label: 'Release', value: releaseInWords(cluster.release) },
          ...(cluster.ownerNode === null ? [] : [{ label: 'Current host server', value: cluster.ownerNode }]),
          { label: 'Live migrations at once', value: String(cluster.maximumParallelMigrations) },
        ]}
      />
    </DetailsSection>
  );
}

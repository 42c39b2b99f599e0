import { useCluster } from '../../lib/cluster-context';
import { equalLists } from '../../lib/equality';
import { formatBandwidth } from '../../lib/format/bytes';
import { DetailsColumns } from '../../ui/details-columns';
import { DetailsSection } from '../../ui/details-section';
import { EmptyState } from '../../ui/empty-state';
import { PropertyList } from '../../ui/property-list';
import { InterfaceTable } from './interface-table';
import { interfacesOn } from './network-row';
import { clusterUse, migrationOrder, networkInformation, networkStatus } from './network-words';

/** What a network is for and how it stands at each node. */
export function NetworkSummaryTab({ network: name }: { readonly network: string }) {
  const network = useCluster((view) => view.network(name));
  const interfaces = useCluster((view) => interfacesOn(name, view), equalLists);
  if (network === undefined) return <EmptyState>{name} is gone.</EmptyState>;
  const information = networkInformation(network, interfaces);
  return (
    <DetailsColumns>
      <PropertyList
        properties={[
          { label: 'Status', value: networkStatus(network).text },
          ...(information === '' ? [] : [{ label: 'Information', value: information }]),
          { label: 'Cluster use', value: clusterUse(network.role) },
          { label: 'Subnet', value: network.address },
          ...(network.bandwidth === null ? [] : [{ label: 'Speed', value: formatBandwidth(network.bandwidth) }]),
          { label: 'Metric', value: String(network.metric) },
          { label: 'Live migration order', value: migrationOrder(network.liveMigrationOrder) },
        ]}
      />
      {interfaces.length === 0 ? null : (
        <DetailsSection title="Interfaces">
          <InterfaceTable label={`Interfaces on ${name}`} interfaces={interfaces} by="node" />
        </DetailsSection>
      )}
    </DetailsColumns>
  );
}

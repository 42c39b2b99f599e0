import { foldName } from '#shared/model/cluster-view';
import { useCluster } from '../../lib/cluster-context';
import { equalLists } from '../../lib/equality';
import { EmptyState } from '../../ui/empty-state';
import { InterfaceTable } from '../networks';

/** The network interfaces of a node. */
export function NodeInterfaces({ node }: { readonly node: string }) {
  const interfaces = useCluster(
    (view) => view.snapshot.networkInterfaces.filter((entry) => foldName(entry.node) === foldName(node)),
    equalLists,
  );
  if (interfaces.length === 0) return <EmptyState>{node} has no interface on a network of the cluster.</EmptyState>;
  return <InterfaceTable label={`Network interfaces of ${node}`} interfaces={interfaces} by="network" />;
}

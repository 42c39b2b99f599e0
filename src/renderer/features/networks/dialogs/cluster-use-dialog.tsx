import { ChoiceDialog } from '../../../app/dialogs/choice-dialog';
import type { CommandDialogProps } from '../../../app/feature';
import { useCluster } from '../../../lib/cluster-context';

const ids = { None: 'none', Cluster: 'cluster', ClusterAndClient: 'clusterAndClient' } as const;

/** What the cluster may use a network for. */
export function ClusterUseDialog({ target: network, onClose }: CommandDialogProps) {
  const role = useCluster((view) => view.network(network)?.role ?? 'None');
  return (
    <ChoiceDialog
      command="network.setRole"
      question={`What may the cluster use ${network} for?`}
      choices={[
        { id: 'clusterAndClient', label: 'Cluster and client', input: { network, role: 'clusterAndClient' } },
        { id: 'cluster', label: 'Cluster only', input: { network, role: 'cluster' } },
        { id: 'none', label: 'Nothing', input: { network, role: 'none' } },
      ]}
      initial={ids[role]}
      onClose={onClose}
    />
  );
}

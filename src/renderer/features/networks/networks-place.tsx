import { NetworkAdapter16Regular } from '@fluentui/react-icons/svg/network-adapter';
import type { ClusterView } from '#shared/model/cluster-view';
import { definePlace, type SummaryPart } from '../../app/feature';
import { formatCount } from '../../lib/format/numbers';
import { ObjectEvents } from '../events';
import { MatrixTab } from './matrix-tab';
import { networkColumns } from './network-columns';
import { networkRow, type NetworkRow } from './network-row';
import { NetworkSummaryTab } from './network-summary-tab';

function networkCounts({ snapshot: { networks, networkInterfaces } }: ClusterView): readonly SummaryPart[] {
  const down = networks.filter((network) => network.state !== 'Up').length;
  const failed = networkInterfaces.filter(({ state }) => state === 'Failed' || state === 'Unreachable').length;
  return [
    ...(down > 0 ? [{ text: `${down} not up`, tone: 'error' } as const] : []),
    ...(failed > 0 ? [{ text: `${formatCount(failed, 'interface')} failed`, tone: 'warn' } as const] : []),
    { text: formatCount(networks.length, 'network') },
    { text: formatCount(networkInterfaces.length, 'interface') },
  ];
}

/** "Networks": every network with the interfaces that are on it. */
export const networksPlace = definePlace<NetworkRow>({
  kind: 'networks',
  reads: ['networks', 'networkInterfaces'],
  title: () => 'Networks',
  summary: (_place, view) => networkCounts(view),
  target: () => null,
  grid: {
    columns: networkColumns,
    defaultSort: { column: 'name', descending: false },
    emptyText: 'The cluster has found no networks yet.',
    rows: (_place, view) => view.snapshot.networks.map((network) => networkRow(network, view)),
    target: (row) => ({ kind: 'network', name: row.name }),
    status: (row) => ({ tone: row.tone, text: row.status }),
    icon: () => <NetworkAdapter16Regular aria-hidden />,
    details: [
      { id: 'summary', title: 'Summary', render: (row) => <NetworkSummaryTab network={row.name} /> },
      { id: 'matrix', title: 'Nodes and networks', render: () => <MatrixTab /> },
      {
        id: 'events',
        title: 'Events',
        render: (row) => <ObjectEvents subject={{ kind: 'network', name: row.name }} />,
      },
    ],
  },
});

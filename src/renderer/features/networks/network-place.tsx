import { NetworkAdapter16Regular } from '@fluentui/react-icons/svg/network-adapter';
import type { ClusterView } from '#shared/model/cluster-view';
import type { Network, NetworkInterface } from '#shared/model/network';
import { definePlace } from '../../app/feature';
import type { Place } from '../../app/places/place';
import type { Tone } from '../../lib/tone';
import type { GridColumn, GridRow } from '../../ui/grid/grid-types';
import { Status } from '../../ui/status';
import { ObjectEvents } from '../events';
import { MatrixTab } from './matrix-tab';
import { interfacesOn } from './network-row';
import { clusterUse, interfaceStatus, migrationOrder, networkStatus } from './network-words';

interface InterfaceRow extends GridRow {
  readonly node: string;
  readonly tone: Tone;
  readonly status: string;
  readonly address: string;
}

const columns: readonly GridColumn<InterfaceRow>[] = [
  { id: 'name', title: 'Name', width: 200, value: (row) => row.name },
  { id: 'node', title: 'Node', width: 140, value: (row) => row.node },
  {
    id: 'status',
    title: 'Status',
    width: 130,
    value: (row) => row.status,
    render: (row) => <Status tone={row.tone} text={row.status} />,
    filterKeys: ['state', 'status'],
  },
  { id: 'address', title: 'Address', width: 160, grows: true, value: (row) => row.address },
];

function interfaceRow({ id, name, node, state, address }: NetworkInterface): InterfaceRow {
  const { tone, text: status } = interfaceStatus(state);
  return { id, name, node, tone, status, address };
}

function networkOf(place: Place, view: ClusterView): Network | undefined {
  if (place.kind !== 'network') return undefined;
  return view.snapshot.networks.find((network) => network.id === place.id);
}

/** One network with its interfaces. */
export const networkPlace = definePlace<InterfaceRow>({
  kind: 'network',
  reads: ['networks', 'networkInterfaces'],
  title: (place, view) => networkOf(place, view)?.name,
  summary: (place, view) => {
    const network = networkOf(place, view);
    if (network === undefined) return [];
    const { tone, text } = networkStatus(network);
    return [
      { text, ...(tone !== 'ok' && { tone }) },
      { text: clusterUse(network.role) },
      { text: network.address },
      { text: `Live migration: ${migrationOrder(network.liveMigrationOrder).toLowerCase()}` },
    ];
  },
  target: (place, view) => {
    const network = networkOf(place, view);
    return network === undefined ? null : { kind: 'network', name: network.name };
  },
  grid: {
    columns,
    defaultSort: { column: 'name', descending: false },
    emptyText: 'No node has an interface on this network.',
    rows: (place, view) => {
      const network = networkOf(place, view);
      return network === undefined ? [] : interfacesOn(network.name, view).map((entry) => interfaceRow(entry));
    },
    target: (row) => ({ kind: 'networkInterface', name: row.name }),
    status: (row) => ({ tone: row.tone, text: row.status }),
    icon: () => <NetworkAdapter16Regular aria-hidden />,
    details: [
      { id: 'matrix', title: 'Nodes and networks', render: () => <MatrixTab /> },
      {
        id: 'events',
        title: 'Events',
        render: (row) => <ObjectEvents subject={{ kind: 'networkInterface', name: row.name }} />,
      },
    ],
  },
});

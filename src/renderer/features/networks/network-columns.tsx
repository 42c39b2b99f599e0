import type { GridColumn } from '../../ui/grid/grid-types';
import { Information } from '../../ui/information';
import { Status } from '../../ui/status';
import type { NetworkRow } from './network-row';

/** The columns of "Networks". */
export const networkColumns: readonly GridColumn<NetworkRow>[] = [
  { id: 'name', title: 'Name', width: 106, value: (row) => row.name },
  {
    id: 'status',
    title: 'Status',
    width: 98,
    value: (row) => row.status,
    render: (row) => <Status tone={row.tone} text={row.status} />,
    filterKeys: ['state', 'status'],
  },
  { id: 'use', title: 'Cluster use', width: 138, value: (row) => row.use },
  { id: 'subnet', title: 'Subnet', width: 130, value: (row) => row.subnet },
  {
    id: 'migration',
    title: 'Live migration',
    width: 120,
    yields: 1,
    value: (row) => row.order,
    text: (row) => row.orderText,
    tooltip: () => 'Place in the order in which live migration takes networks',
  },
  {
    id: 'information',
    title: 'Information',
    width: 220,
    grows: true,
    value: (row) => row.information,
    render: (row) => <Information tone={row.tone} wrong={row.wrong} text={row.information} />,
  },
];

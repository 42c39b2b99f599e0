import { exactBytes } from '../../lib/format/bytes';
import { formatBytesOf } from '../../lib/format/bytes-of';
import type { GridColumn } from '../../ui/grid/grid-types';
import { Information } from '../../ui/information';
import { Status } from '../../ui/status';
import type { NodeRow } from './node-row';

function memoryInWords({ memoryFree, memoryTotal }: NodeRow): string {
  return memoryFree === null || memoryTotal === null ? '' : formatBytesOf(memoryFree, memoryTotal);
}

/** The columns of "Nodes". */
export const nodeColumns: readonly GridColumn<NodeRow>[] = [
  { id: 'name', title: 'Name', width: 120, value: (row) => row.name },
  {
    id: 'status',
    title: 'Status',
    width: 110,
    value: (row) => row.status,
    render: (row) => <Status tone={row.tone} text={row.status} />,
    filterKeys: ['state', 'status'],
  },
  {
    id: 'votes',
    title: 'Vote',
    width: 64,
    yields: 2,
    value: (row) => row.votes,
    tooltip: () => 'Assigned vote / current vote',
  },
  { id: 'roles', title: 'Roles', width: 64, align: 'end', value: (row) => row.roles },
  {
    id: 'memory',
    title: 'Memory free',
    width: 134,
    align: 'end',
    value: (row) => row.memoryFree,
    text: memoryInWords,
    tooltip: (row) => (row.memoryFree === null ? undefined : `${exactBytes(row.memoryFree)} free`),
  },
  { id: 'drain', title: 'Drain', width: 100, yields: 1, value: (row) => row.drain },
  {
    id: 'information',
    title: 'Information',
    width: 260,
    grows: true,
    value: (row) => row.information,
    render: (row) => <Information tone={row.tone} wrong={row.wrong} text={row.information} />,
  },
];

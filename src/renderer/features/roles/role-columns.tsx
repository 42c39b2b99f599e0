import { exactBytes, formatBytes } from '../../lib/format/bytes';
import { Information } from '../../ui/information';
import type { GridColumn } from '../../ui/grid/grid-types';
import { Status } from '../../ui/status';
import type { RoleRow } from './role-row';
import { priorityInWords } from './role-words';

const statusColumn: GridColumn<RoleRow> = {
  id: 'status',
  title: 'Status',
  width: 136,
  value: (row) => row.status,
  render: (row) => <Status tone={row.tone} text={row.status} />,
  filterKeys: ['state', 'status'],
};

const informationColumn: GridColumn<RoleRow> = {
  id: 'information',
  title: 'Information',
  width: 288,
  grows: true,
  value: (row) => row.information,
  render: (row) => <Information tone={row.tone} wrong={row.wrong} text={row.information} />,
};

/** The columns of "Services and applications". */
export const roleColumns: readonly GridColumn<RoleRow>[] = [
  { id: 'name', title: 'Name', width: 114, value: (row) => row.name },
  statusColumn,
  { id: 'type', title: 'Type', width: 122, yields: 2, value: (row) => row.type },
  { id: 'owner', title: 'Owner node', width: 132, value: (row) => row.owner, filterKeys: ['owner', 'node'] },
  {
    id: 'priority',
    title: 'Priority',
    width: 76,
    yields: 1,
    value: (row) => row.priority,
    text: (row) => priorityInWords(row.priority),
  },
  {
    id: 'memory',
    title: 'Memory',
    width: 80,
    yields: 3,
    align: 'end',
    value: (row) => row.memory,
    text: (row) => (row.memory === null ? '' : formatBytes(row.memory)),
    tooltip: (row) => (row.memory === null ? undefined : exactBytes(row.memory)),
  },
  informationColumn,
];

/** The same where the node is known from the place. */
export const hostedRoleColumns: readonly GridColumn<RoleRow>[] = roleColumns.filter(({ id }) => id !== 'owner');

import { exactBytes } from '../../lib/format/bytes';
import type { GridColumn, GridRow } from '../../ui/grid/grid-types';
import { Information } from '../../ui/information';
import { Status } from '../../ui/status';
import type { Tone } from '../../lib/tone';
import type { DiskRow } from './disk-row';
import { sizeInWords } from './size-words';
import type { VolumeRow } from './volume-row';

interface StoredRow extends GridRow {
  readonly tone: Tone;
  readonly status: string;
  readonly owner: string;
  readonly size: number | null;
  readonly information: string;
  readonly wrong: boolean;
}

const name: GridColumn<StoredRow> = { id: 'name', title: 'Name', width: 130, value: (row) => row.name };

const status: GridColumn<StoredRow> = {
  id: 'status',
  title: 'Status',
  width: 112,
  value: (row) => row.status,
  render: (row) => <Status tone={row.tone} text={row.status} />,
  filterKeys: ['state', 'status'],
};

const owner: GridColumn<StoredRow> = {
  id: 'owner',
  title: 'Owner node',
  width: 110,
  value: (row) => row.owner,
  filterKeys: ['owner', 'node'],
};

const capacity: GridColumn<StoredRow> = {
  id: 'capacity',
  title: 'Capacity',
  width: 88,
  yields: 1,
  align: 'end',
  value: (row) => row.size,
  text: (row) => sizeInWords(row.size),
  tooltip: (row) => (row.size === null ? undefined : exactBytes(row.size)),
};

const information: GridColumn<StoredRow> = {
  id: 'information',
  title: 'Information',
  width: 220,
  grows: true,
  value: (row) => row.information,
  render: (row) => <Information tone={row.tone} wrong={row.wrong} text={row.information} />,
};

/** The columns of "Disks". */
export const diskColumns: readonly GridColumn<DiskRow>[] = [
  name,
  status,
  { id: 'assigned', title: 'Assigned to', width: 178, value: (row) => row.assigned },
  owner,
  capacity,
  information,
];

/** The columns of "Cluster shared volumes". */
export const volumeColumns: readonly GridColumn<VolumeRow>[] = [
  name,
  status,
  owner,
  { id: 'path', title: 'Path', width: 194, value: (row) => row.path },
  capacity,
  information,
];

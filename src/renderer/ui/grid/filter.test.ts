import { describe, expect, it } from 'vitest';
import { filterRows, parseFilter } from './filter';
import type { GridColumn, GridRow } from './grid-types';

interface Machine extends GridRow {
  readonly owner: string;
  readonly status: string;
}

const columns: readonly GridColumn<Machine>[] = [
  { id: 'name', title: 'Name', width: 100, value: (row) => row.name },
  { id: 'status', title: 'Status', width: 100, value: (row) => row.status, filterKeys: ['state', 'status'] },
  { id: 'owner', title: 'Owner node', width: 100, value: (row) => row.owner },
];

const rows: readonly Machine[] = [
  { id: '1', name: 'SQL-01', owner: 'Demo1', status: 'Live migrating' },
  { id: '2', name: 'WEB-01', owner: 'Demo2', status: 'Online' },
  { id: '3', name: 'WEB-02', owner: 'Demo12', status: 'Failed' },
];

const found = (filter: string): readonly string[] => filterRows(rows, filter, columns).map((row) => row.name);

describe('the filter of a grid', () => {
  it('finds words in any column, without regard to case', () => {
    expect(found('web')).toEqual(['WEB-01', 'WEB-02']);
    expect(found('failed')).toEqual(['WEB-02']);
  });

  it('wants every word', () => {
    expect(found('web demo2')).toEqual(['WEB-01']);
    expect(found('web nowhere')).toEqual([]);
  });

  it('looks behind a key in that column only, by each of its keys', () => {
    expect(found('owner:demo1')).toEqual(['SQL-01', 'WEB-02']);
    expect(found('state:online')).toEqual(['WEB-01']);
    expect(found('status:online')).toEqual(['WEB-01']);
    expect(found('name:demo')).toEqual([]);
  });

  it('takes quotes behind a key for the whole cell', () => {
    expect(found('owner:"Demo1"')).toEqual(['SQL-01']);
    expect(found('state:"live migrating"')).toEqual(['SQL-01']);
  });

  it('is not emptied by a key that has no word yet', () => {
    expect(filterRows(rows, 'owner: ', columns)).toBe(rows);
    expect(found('web owner:')).toEqual(['WEB-01', 'WEB-02']);
  });

  it('searches an unknown key as it was typed', () => {
    expect(parseFilter('C:\\ClusterStorage')).toEqual([{ key: 'c', text: '\\clusterstorage', whole: false }]);
    const paths = [{ id: '1', name: 'C:\\ClusterStorage\\Volume1', owner: '', status: '' }];
    expect(filterRows(paths, 'C:\\ClusterStorage', columns)).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import type { GridColumn } from './grid-types';
import { rowSorter } from './sorted-rows';

interface Machine {
  readonly id: string;
  readonly name: string;
  readonly memory: number | null;
}

function machine(id: string, name: string, memory: number | null = null): Machine {
  return { id, name, memory };
}

/** Columns that count how many values were asked for. */
function columns(): { readonly list: readonly GridColumn<Machine>[]; readonly asked: () => number } {
  let asked = 0;
  const value = <T>(found: T): T => {
    asked += 1;
    return found;
  };
  return {
    list: [
      { id: 'name', title: 'Name', width: 1, value: (row) => value(row.name) },
      { id: 'memory', title: 'Memory', width: 1, value: (row) => value(row.memory) },
    ],
    asked: () => asked,
  };
}

const names = (rows: readonly Machine[]): readonly string[] => rows.map(({ name }) => name);

describe('rowSorter', () => {
  it('sorts naturally, by the next column where the first is equal, with nothing last both ways', () => {
    const rows = [machine('1', 'VM10', 4), machine('2', 'VM9', 4), machine('3', 'VM1'), machine('4', 'VM2', 8)];
    const by = (desc: boolean) =>
      rowSorter(columns().list, [
        { id: 'memory', desc },
        { id: 'name', desc: false },
      ])(rows);
    expect(names(by(false))).toEqual(['VM9', 'VM10', 'VM2', 'VM1']);
    expect(names(by(true))).toEqual(['VM2', 'VM9', 'VM10', 'VM1']);
  });

  it('follows rows that come, go, change and are renamed', () => {
    const sort = rowSorter(columns().list, [{ id: 'name', desc: false }]);
    const [a, b, c] = [machine('1', 'a'), machine('2', 'b'), machine('3', 'c')];
    expect(names(sort([c, a, b]))).toEqual(['a', 'b', 'c']);
    expect(names(sort([c, b, machine('4', 'B2')]))).toEqual(['b', 'B2', 'c']);
    expect(names(sort([a, machine('2', 'z'), c, machine('4', 'B2')]))).toEqual(['a', 'B2', 'c', 'z']);
    expect(names(sort([]))).toEqual([]);
  });

  it('asks for the values of changed rows only', () => {
    const { list, asked } = columns();
    const sort = rowSorter(list, [{ id: 'name', desc: false }]);
    const rows = Array.from({ length: 1000 }, (_, at) => machine(String(at), `VM${at}`));
    sort(rows);
    const before = asked();
    sort(rows.map((row, at) => (at === 500 ? machine('500', 'VM0500') : row)));
    expect(asked() - before).toBe(1);
  });

  it('leaves the rows as they are without an order', () => {
    const rows = [machine('2', 'b'), machine('1', 'a')];
    expect(rowSorter(columns().list, [])(rows)).toEqual(rows);
  });
});

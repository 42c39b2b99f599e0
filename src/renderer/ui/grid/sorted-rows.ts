import type { GridColumn, GridRow } from './grid-types';
import { compareKeys, sortKey } from './sort-key';

/** By which column, and which way. */
export interface SortOrder {
  readonly id: string;
  readonly desc: boolean;
}

type Key = string | number | undefined;

/**
 * Sorts by columns, the first one first; nothing comes last either way. It remembers the keys of each row object and the
 * order it was asked for last: where few of thousands of rows changed, few are worded and compared anew.
 */
export function rowSorter<Row extends GridRow>(
  columns: readonly GridColumn<Row>[],
  orders: readonly SortOrder[],
): (rows: readonly Row[]) => readonly Row[] {
  const wanted = orders.flatMap(({ id, desc }) => {
    const column = columns.find((one) => one.id === id);
    return column === undefined ? [] : [{ column, desc }];
  });
  const known = new WeakMap<Row, readonly Key[]>();
  const keysOf = (row: Row): readonly Key[] => {
    const keys = known.get(row) ?? wanted.map(({ column }) => sortKey(column.value(row)));
    known.set(row, keys);
    return keys;
  };
  const compare = (a: Row, b: Row): number => {
    const [left, right] = [keysOf(a), keysOf(b)];
    for (const [at, { desc }] of wanted.entries()) {
      const order = compareWithNothing(left[at], right[at], desc);
      if (order !== 0) return order;
    }
    return 0;
  };
  let last: readonly Row[] = [];
  return (rows) => {
    last = wanted.length === 0 ? rows : inOrderOf(last, rows).sort(compare);
    return last;
  };
}

function compareWithNothing(a: Key, b: Key, desc: boolean): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  return desc ? compareKeys(b, a) : compareKeys(a, b);
}

/** The rows as they stood before, new ones behind: what is nearly sorted is sorted in one pass. */
function inOrderOf<Row extends GridRow>(before: readonly Row[], rows: readonly Row[]): Row[] {
  if (before.length === 0) return [...rows];
  const left = new Map(rows.map((row) => [row.id, row]));
  const kept: Row[] = [];
  for (const { id } of before) {
    const row = left.get(id);
    if (row === undefined) continue;
    kept.push(row);
    left.delete(id);
  }
  return [...kept, ...left.values()];
}

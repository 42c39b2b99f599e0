import { remember } from '../../lib/remember';
import type { GridColumn, GridRow } from './grid-types';

/** One condition of a filter. */
export interface FilterTerm {
  /** Null: any column. */
  readonly key: string | null;
  readonly text: string;
  /** Written in quotes behind a key: the whole cell, not a part of it. */
  readonly whole: boolean;
}

const term = /(?:([\w-]+):)?(?:"([^"]*)"?|(\S+))/g;
const keyAlone = /^[\w-]+:$/;

/**
 * Reads `web owner:Demo1 state:"live migrating"`: words that all must be found, each anywhere or behind a key.
 * A key without a word yet (`owner:`) is left out, so that typing never empties the grid.
 */
export function parseFilter(filter: string): readonly FilterTerm[] {
  return [...filter.matchAll(term)].flatMap(([, key, quoted, bare]) => {
    const text = quoted ?? bare ?? '';
    if (text === '' || (key === undefined && quoted === undefined && keyAlone.test(text))) return [];
    return [
      { key: key?.toLowerCase() ?? null, text: text.toLowerCase(), whole: key !== undefined && quoted !== undefined },
    ];
  });
}

/** The text of a cell, as it is searched. */
export function cellText<Row extends GridRow>(column: GridColumn<Row>, row: Row): string {
  return column.text?.(row) ?? String(column.value(row) ?? '');
}

/** What is searched in a row, by column: rows stay the same while somebody types, letter after letter. */
const searchedTexts = remember((row: GridRow, columns: readonly GridColumn<GridRow>[]) =>
  columns.map((column) => cellText(column, row).toLowerCase()),
);

/** Whether a row meets all terms. A key that no column has is searched as it was typed (`C:\ClusterStorage`). */
export function matchesFilter<Row extends GridRow>(
  row: Row,
  terms: readonly FilterTerm[],
  columns: readonly GridColumn<Row>[],
): boolean {
  const texts = searchedTexts(row, columns);
  return terms.every(({ key, text, whole }) => {
    const named = key === null ? [] : texts.filter((_text, at) => hasKey(columns[at], key));
    if (named.length === 0) {
      const typed = key === null ? text : `${key}:${text}`;
      return texts.some((cell) => cell.includes(typed));
    }
    return named.some((cell) => (whole ? cell === text : cell.includes(text)));
  });
}

function hasKey<Row extends GridRow>(column: GridColumn<Row> | undefined, key: string): boolean {
  return (column?.filterKeys ?? [column?.id.toLowerCase()]).includes(key);
}

/** The rows that meet a filter; the same list when the filter is empty. */
export function filterRows<Row extends GridRow>(
  rows: readonly Row[],
  filter: string,
  columns: readonly GridColumn<Row>[],
): readonly Row[] {
  const terms = parseFilter(filter);
  return terms.length === 0 ? rows : rows.filter((row) => matchesFilter(row, terms, columns));
}

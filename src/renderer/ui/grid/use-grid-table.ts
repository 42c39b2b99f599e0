import {
  columnResizingFeature,
  columnSizingFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type ColumnSizingState,
  type SortingState,
} from '@tanstack/react-table';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { GridColumn, GridRow, GridSort } from './grid-types';
import { rowSorter } from './sorted-rows';

const features = tableFeatures({
  rowSortingFeature,
  columnSizingFeature,
  columnResizingFeature,
});

const minimumWidth = 48;

function definitionOf<Row extends GridRow>(column: GridColumn<Row>): ColumnDef<typeof features, Row> {
  return {
    id: column.id,
    header: column.title,
    accessorFn: (row) => column.value(row),
    sortDescFirst: false,
    size: column.width,
    minSize: minimumWidth,
  };
}

/** What `useGridTable` needs. */
export interface GridTableOptions<Row extends GridRow> {
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly defaultSort: GridSort | undefined;
  readonly widths: Readonly<Record<string, number>> | undefined;
  readonly onWidthsChange: ((widths: Readonly<Record<string, number>>) => void) | undefined;
}

/** Sorting and column widths. Rows that are equal by the chosen column are in the order of their names. */
export function useGridTable<Row extends GridRow>(options: GridTableOptions<Row>) {
  const { rows, columns, defaultSort, widths, onWidthsChange } = options;
  const [sorting, setSorting] = useState<SortingState>(
    defaultSort === undefined ? [] : [{ id: defaultSort.column, desc: defaultSort.descending }],
  );
  const [columnSizing, setColumnSizing] = useState<ColumnSizingState>({ ...widths });
  const definitions = useMemo(() => columns.map((column) => definitionOf(column)), [columns]);
  const order = useMemo(
    () => (columns.some(({ id }) => id === 'name') && sorting[0]?.id !== 'name' ? [...sorting, byName] : sorting),
    [columns, sorting],
  );
  const sort = useMemo(() => rowSorter(columns, order), [columns, order]);
  const sorted = useMemo(() => sort(rows), [sort, rows]);
  // The table keeps columns only: its model of thousands of rows would be made anew with each change of one.
  const table = useTable<typeof features, Row>({
    features,
    columns: definitions,
    data: noRows,
    state: { sorting: order, columnSizing },
    onSortingChange: setSorting,
    onColumnSizingChange: setColumnSizing,
    columnResizeMode: 'onChange',
    enableSortingRemoval: false,
    enableMultiSort: false,
  });

  const resizes = table.state.columnResizing.isResizingColumn !== false;
  const resized = useRef(false);
  useEffect(() => {
    if (resizes) {
      resized.current = true;
    } else if (resized.current) {
      resized.current = false;
      onWidthsChange?.(columnSizing);
    }
  }, [resizes, columnSizing, onWidthsChange]);

  const setWidth = (column: string, width: number | null): void => {
    const { [column]: _before, ...others } = columnSizing;
    const next = width === null ? others : { ...others, [column]: Math.max(minimumWidth, width) };
    setColumnSizing(next);
    onWidthsChange?.(next);
  };

  return { table, rows: sorted, sort: sorting[0], setWidth };
}

const byName = { id: 'name', desc: false };

const noRows: never[] = [];

/** The table of `useGridTable`. */
export type GridTable<Row extends GridRow> = ReturnType<typeof useGridTable<Row>>['table'];

import type { ReactNode } from 'react';

/** What every row of a grid has. `name` is its accessible name. */
export interface GridRow {
  readonly id: string;
  readonly name: string;
}

/** One column. */
export interface GridColumn<Row extends GridRow> {
  readonly id: string;
  readonly title: string;
  /** Pixels, before the user changes it. */
  readonly width: number;
  /** Takes the room that is left over. One column should have it, usually the last. */
  readonly grows?: true;
  /**
   * Leaves where the columns have no room side by side, the one with the highest number first; left out: it always stays.
   * What it says has to stand in the details too. A column that grows is asked for its `width`.
   */
  readonly yields?: number;
  /** `end` for numbers. */
  readonly align?: 'start' | 'end';
  /** What it sorts by; null sorts last. Text sorts naturally: `Node2` before `Node10`. */
  value(row: Row): string | number | null;
  /** What the filter searches; left out: `value` as text. */
  text?(row: Row): string;
  /** What the cell shows; left out: `text`. Cells are cut off with an ellipsis and show `text` in a tooltip then. */
  render?(row: Row): ReactNode;
  /** An exact figure or a whole sentence; shown when the pointer rests. */
  tooltip?(row: Row): string | undefined;
  /** Words before the colon in a filter, `owner` for `owner:Demo1`; left out: the id. */
  readonly filterKeys?: readonly string[];
}

/** By which column a grid is sorted. */
export interface GridSort {
  readonly column: string;
  readonly descending: boolean;
}

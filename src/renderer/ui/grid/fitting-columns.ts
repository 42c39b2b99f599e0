import type { GridColumn, GridRow } from './grid-types';

/** Pixels at the right end of every line. */
export const lineEnd = 8;

/**
 * The columns that stand in a grid of a width in pixels (null: not known yet): where it is narrow, those that yield leave
 * until the others have what they need. One that the user gave a width or sorts by stays.
 */
export function fittingColumns<Row extends GridRow>(
  columns: readonly GridColumn<Row>[],
  available: number | null,
  chosen: Readonly<Record<string, number>>,
  sortedBy: string | undefined,
): readonly GridColumn<Row>[] {
  if (available === null) return columns;
  const leaving = columns
    .filter(({ id, yields }) => yields !== undefined && chosen[id] === undefined && id !== sortedBy)
    .sort((a, b) => (b.yields ?? 0) - (a.yields ?? 0));
  let needed = columns.reduce((sum, { id, width }) => sum + (chosen[id] ?? width), lineEnd);
  const gone = new Set<string>();
  for (const { id, width } of leaving) {
    if (needed <= available) break;
    needed -= width;
    gone.add(id);
  }
  return gone.size === 0 ? columns : columns.filter(({ id }) => !gone.has(id));
}

import { equalFields } from '../../lib/equality';
import type { GridRow } from '../../ui/grid/grid-types';

/** The new rows, with the old object in place of each that looks the same; the old list when nothing changed. */
export function keepRows<Row extends GridRow>(before: readonly Row[], next: readonly Row[]): readonly Row[] {
  const known = new Map(before.map((row) => [row.id, row]));
  let same = before.length === next.length;
  const kept = next.map((row, index) => {
    const old = known.get(row.id);
    const result = old !== undefined && equalFields(old, row) ? old : row;
    if (result !== before[index]) same = false;
    return result;
  });
  return same ? before : kept;
}

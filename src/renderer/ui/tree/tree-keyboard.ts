import { findByTyping, type TypedName } from '../grid/keyboard';
import type { VisibleItem } from './tree-types';

/** What a key does in a tree, as the ARIA practices say. */
export type TreeMove =
  { readonly kind: 'select'; readonly id: string } | { readonly kind: 'toggle'; readonly id: string };

/** The move of a key; undefined: none. `current` is the item with the focus. */
export function treeMove(key: string, items: readonly VisibleItem[], current: string): TreeMove | undefined {
  const at = items.findIndex(({ item }) => item.id === current);
  const here = items[at];
  if (here === undefined) return selectAt(items, 0);
  switch (key) {
    case 'ArrowDown':
      return selectAt(items, at + 1);
    case 'ArrowUp':
      return selectAt(items, at - 1);
    case 'Home':
      return selectAt(items, 0);
    case 'End':
      return selectAt(items, items.length - 1);
    case 'ArrowRight':
      if (here.expanded === undefined) return undefined;
      return here.expanded ? selectAt(items, at + 1) : { kind: 'toggle', id: current };
    case 'ArrowLeft':
      if (here.expanded === true) return { kind: 'toggle', id: current };
      return here.parent === null ? undefined : { kind: 'select', id: here.parent };
    default:
      return undefined;
  }
}

/** The item that typed letters find. */
export function treeTyped(items: readonly VisibleItem[], current: string, typed: TypedName): TreeMove | undefined {
  const rows = items.map(({ item }) => item);
  const at = findByTyping(
    rows,
    rows.findIndex((row) => row.id === current),
    typed,
  );
  return at === undefined ? undefined : selectAt(items, at);
}

function selectAt(items: readonly VisibleItem[], index: number): TreeMove | undefined {
  const found = items[index];
  return found === undefined ? undefined : { kind: 'select', id: found.item.id };
}

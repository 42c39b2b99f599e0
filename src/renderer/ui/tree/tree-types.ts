import type { ReactNode } from 'react';
import type { Tone } from '../../lib/tone';

/** A count beside an item: what is wrong in it. Its description is read after the name, not as a part of it. */
export interface TreeBadge {
  readonly tone: Extract<Tone, 'error' | 'warn'>;
  readonly text: string;
  /** `1 role failed`. */
  readonly description: string;
}

/** An item with what is below it. */
export interface TreeItem {
  readonly id: string;
  /** The accessible name, exactly. */
  readonly name: string;
  readonly icon?: ReactNode;
  /** Read after the name: `Down`. */
  readonly description?: string | undefined;
  readonly badge?: TreeBadge | undefined;
  /** How the object itself is, as an icon at the end; its word stands in the description. */
  readonly mark?: Tone;
  /** Another name of it, quietly after the name, cut off before it; stands in the description too. */
  readonly aside?: string;
  /** Stands quietly after the name; what it says stands in the description too. */
  readonly note?: ReactNode;
  /** Something goes on with it: a spinner in place of its icon. */
  readonly busy?: true;
  /** There is nothing behind it now: greyed. */
  readonly quiet?: true;
  readonly children?: readonly TreeItem[];
}

/** An item that is in sight, with its place in the tree. */
export interface VisibleItem {
  readonly item: TreeItem;
  readonly parent: string | null;
  /** From 1. */
  readonly level: number;
  /** From 1. */
  readonly position: number;
  readonly siblings: number;
  /** Undefined: it has nothing below it. */
  readonly expanded: boolean | undefined;
}

/** The items in sight, from top to bottom. */
export function visibleItems(
  items: readonly TreeItem[],
  isCollapsed: (id: string) => boolean,
  parent: string | null = null,
  level = 1,
): readonly VisibleItem[] {
  return items.flatMap((item, index) => {
    const below = item.children ?? [];
    const expanded = below.length === 0 ? undefined : !isCollapsed(item.id);
    const itself = { item, parent, level, position: index + 1, siblings: items.length, expanded };
    return expanded === true ? [itself, ...visibleItems(below, isCollapsed, item.id, level + 1)] : [itself];
  });
}

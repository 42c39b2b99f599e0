import { readParts, type ReadPart } from '#shared/model/snapshot';

/** What a window shows: parts of one cluster. */
export interface Look {
  readonly connection: string;
  readonly parts: readonly ReadPart[];
}

/** What can be seen of one cluster. What can be seen is read more often. */
export interface ClusterAttention {
  /** Parts that a window shows now; none: the cluster stands in trees only; null: no window can be seen at all. */
  readonly parts: ReadonlySet<ReadPart> | null;
  /** Calls when that may have changed. The answer stops it. */
  onChange(listener: () => void): () => void;
}

/** Everything is seen, always: a program without a window. */
export const allSeen: ClusterAttention = { parts: new Set(readParts), onChange: () => () => undefined };

/** What all windows show together. A window is named by a number of its own. */
export interface Attention {
  /** It shows this now. One that was not spoken of before can be seen. */
  looks(window: number, look: Look): void;
  /** It can be seen, or not: it is minimized or hidden. */
  isSeen(window: number, seen: boolean): void;
  /** Its page is gone, and another may come. */
  looksAway(window: number): void;
  /** It is gone. */
  leaves(window: number): void;
  of(connection: string): ClusterAttention;
}

interface Window {
  readonly seen: boolean;
  readonly look: Look | null;
}

/** No windows yet. */
export function createAttention(): Attention {
  const windows = new Map<number, Window>();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const change = (window: number, changes: Partial<Window>): void => {
    windows.set(window, { seen: true, look: null, ...windows.get(window), ...changes });
    tell();
  };
  const partsOf = (connection: string): ReadonlySet<ReadPart> | null => {
    const seen = [...windows.values()].filter((window) => window.seen);
    const looks = seen.flatMap(({ look }) => (look?.connection === connection ? [look] : []));
    return seen.length === 0 ? null : new Set(looks.flatMap(({ parts }) => parts));
  };
  return {
    looks: (window, look) => change(window, { look }),
    isSeen: (window, seen) => change(window, { seen }),
    looksAway: (window) => change(window, { look: null }),
    leaves: (window) => {
      windows.delete(window);
      tell();
    },
    of: (connection) => ({
      get parts() {
        return partsOf(connection);
      },
      onChange: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    }),
  };
}

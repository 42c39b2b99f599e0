import {
  snapshotListNames,
  type ClusterDelta,
  type ClusterSnapshot,
  type SnapshotListName,
  type SnapshotLists,
} from '#shared/model/snapshot';

/** A snapshot and the revision that the next delta has to follow. */
export interface VersionedSnapshot {
  readonly revision: number;
  readonly snapshot: ClusterSnapshot;
}

/** The latest state of one cluster, kept up by the one that reads the cluster, for whoever comes later. */
export interface SnapshotStore {
  /** Null until the first snapshot. */
  current(): VersionedSnapshot | null;
  replace(next: VersionedSnapshot): void;
  /** Merges a change. False, and nothing is merged, when one before it is missing: then a full snapshot is needed. */
  apply(delta: ClusterDelta): boolean;
}

interface Identified {
  readonly id: string;
}

type Table = Map<string, Identified>;

interface Contents {
  revision: number;
  /** What is not in a list. */
  rest: Omit<ClusterSnapshot, SnapshotListName>;
  readonly tables: ReadonlyMap<SnapshotListName, Table>;
  /** The snapshot of this moment; null when something changed since it was last asked for. */
  snapshot: ClusterSnapshot | null;
}

/** A store that has no snapshot yet. A changed object keeps its place in its list, a new one comes last. */
export function createSnapshotStore(): SnapshotStore {
  let contents: Contents | null = null;
  return {
    current: () => {
      if (contents === null) return null;
      contents.snapshot ??= { ...contents.rest, ...listsOf(contents.tables) };
      return { revision: contents.revision, snapshot: contents.snapshot };
    },
    replace: ({ revision, snapshot }) => {
      const tables = snapshotListNames.map((name) => [name, tableOf(snapshot[name])] as const);
      contents = { revision, rest: snapshot, tables: new Map(tables), snapshot };
    },
    apply: (delta) => {
      if (contents === null || delta.revision !== contents.revision + 1) return false;
      merge(contents, delta);
      return true;
    },
  };
}

function tableOf(list: readonly Identified[]): Table {
  return new Map(list.map((item) => [item.id, item]));
}

function merge(contents: Contents, delta: ClusterDelta): void {
  const { revision, upserts, removals, ...singles } = delta;
  contents.revision = revision;
  contents.rest = { ...contents.rest, ...singles };
  contents.snapshot = null;
  for (const [name, table] of contents.tables) {
    for (const id of removals[name] ?? []) table.delete(id);
    for (const item of upserts[name] ?? []) table.set(item.id, item);
  }
}

function listsOf(tables: ReadonlyMap<SnapshotListName, Table>): SnapshotLists {
  const lists = [...tables].map(([name, table]) => [name, [...table.values()]] as const);
  // Each table holds the objects of its own list: `replace` and `merge` put them there by its name.
  return Object.fromEntries(lists) as unknown as SnapshotLists;
}

import {
  snapshotListNames,
  type ClusterDelta,
  type ClusterSnapshot,
  type SnapshotListName,
  type SnapshotLists,
  type SnapshotSingles,
} from '#shared/model/snapshot';

/** A snapshot whose unchanged objects are those of the one before, and what changed, without a revision. */
export interface SnapshotDifference {
  readonly snapshot: ClusterSnapshot;
  /** Null when nothing but the time and the readings changed. */
  readonly delta: Omit<ClusterDelta, 'revision' | 'readings'> | null;
}

/** Whether two JSON values are the same. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((item, place) => sameValue(item, other[place]));
  }
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) =>
    sameValue((one as { [key: string]: unknown })[key], (other as { [key: string]: unknown })[key]),
  );
}

interface Identified {
  readonly id: string;
}

interface ListDifference {
  readonly list: readonly Identified[];
  readonly upserts: readonly Identified[];
  readonly removals: readonly string[];
}

function compareLists(before: readonly Identified[], after: readonly Identified[]): ListDifference {
  if (before === after) return { list: before, upserts: [], removals: [] };
  const known = new Map(before.map((item) => [item.id, item]));
  const upserts: Identified[] = [];
  const list = after.map((item) => {
    const old = known.get(item.id);
    known.delete(item.id);
    if (old !== undefined && sameValue(old, item)) return old;
    upserts.push(item);
    return item;
  });
  const removals = [...known.keys()];
  return { list: upserts.length === 0 && removals.length === 0 ? before : list, upserts, removals };
}

const singleNames = ['cluster', 'quorum', 'storage'] as const satisfies readonly (keyof SnapshotSingles)[];

/** Compares two snapshots of one cluster, part by part and object by object. The order of objects is no change. */
export function diffSnapshots(before: ClusterSnapshot, after: ClusterSnapshot): SnapshotDifference {
  const lists: { [List in SnapshotListName]?: readonly Identified[] } = {};
  const upserts: { [List in SnapshotListName]?: readonly Identified[] } = {};
  const removals: { [List in SnapshotListName]?: readonly string[] } = {};
  for (const name of snapshotListNames) {
    const difference = compareLists(before[name], after[name]);
    lists[name] = difference.list;
    if (difference.upserts.length > 0) upserts[name] = difference.upserts;
    if (difference.removals.length > 0) removals[name] = difference.removals;
  }
  const changed = singleNames.filter((name) => !sameValue(before[name], after[name]));
  const singles = Object.fromEntries(changed.map((name) => [name, after[name]])) as Partial<SnapshotSingles>;
  const kept = Object.fromEntries(
    singleNames.filter((name) => !changed.includes(name)).map((name) => [name, before[name]]),
  );
  // Each list holds the objects of its own name.
  const snapshot = { ...after, ...(lists as unknown as SnapshotLists), ...kept };
  const nothing = changed.length === 0 && Object.keys(upserts).length === 0 && Object.keys(removals).length === 0;
  return {
    snapshot,
    delta: nothing ? null : { time: after.time, upserts: upserts as Partial<SnapshotLists>, removals, ...singles },
  };
}

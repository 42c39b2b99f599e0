import { foldName } from '#shared/model/cluster-view';

interface Identified {
  readonly id: string;
}

/** One list of the snapshot, kept by id and found by name; arrays stay the same object until something in them changed. */
export interface ClusterTable<T extends Identified> {
  byId(id: string): T | undefined;
  byName(name: string): T | undefined;
  list(): readonly T[];
  /** Makes an index; the answer finds the members of one group. */
  groupBy(keyOf: (item: T) => string | null): (key: string) => readonly T[];
  replace(items: readonly T[]): void;
  change(upserts: readonly T[], removals: readonly string[]): void;
}

interface Grouping<T> {
  readonly keyOf: (item: T) => string | null;
  readonly members: Map<string, Map<string, T>>;
  readonly lists: Map<string, readonly T[]>;
}

const nothing: readonly never[] = [];

/** An empty table. Names compare without case. */
export function clusterTable<T extends Identified>(nameOf: (item: T) => string): ClusterTable<T> {
  const items = new Map<string, T>();
  const names = new Map<string, T>();
  const groupings: Grouping<T>[] = [];
  let namesakes = false;
  let all: readonly T[] | undefined;

  const dropName = (item: T): void => {
    const name = foldName(nameOf(item));
    if (names.get(name)?.id !== item.id) return;
    names.delete(name);
    if (!namesakes) return;
    for (const other of items.values()) {
      if (other.id !== item.id && foldName(nameOf(other)) === name) names.set(name, other);
    }
  };

  const put = (item: T): void => {
    const before = items.get(item.id);
    items.set(item.id, item);
    if (before !== undefined && nameOf(before) !== nameOf(item)) dropName(before);
    const name = foldName(nameOf(item));
    const holder = names.get(name);
    if (holder !== undefined && holder.id !== item.id) namesakes = true;
    names.set(name, item);
    for (const grouping of groupings) {
      if (before !== undefined && keyIn(grouping, before) !== keyIn(grouping, item)) leave(grouping, before);
      enter(grouping, item);
    }
  };

  const remove = (id: string): void => {
    const item = items.get(id);
    if (item === undefined) return;
    items.delete(id);
    dropName(item);
    for (const grouping of groupings) leave(grouping, item);
  };

  return {
    byId: (id) => items.get(id),
    byName: (name) => names.get(foldName(name)),
    list: () => (all ??= [...items.values()]),
    groupBy: (keyOf) => {
      const grouping: Grouping<T> = { keyOf, members: new Map(), lists: new Map() };
      groupings.push(grouping);
      for (const item of items.values()) enter(grouping, item);
      return (key) => (grouping.members.size === 0 ? nothing : membersOf(grouping, foldName(key)));
    },
    replace: (next) => {
      all = undefined;
      namesakes = false;
      items.clear();
      names.clear();
      for (const { members, lists } of groupings) {
        members.clear();
        lists.clear();
      }
      next.forEach(put);
    },
    change: (upserts, removals) => {
      if (upserts.length === 0 && removals.length === 0) return;
      all = undefined;
      upserts.forEach(put);
      removals.forEach(remove);
    },
  };
}

function keyIn<T>(grouping: Grouping<T>, item: T): string | null {
  const key = grouping.keyOf(item);
  return key === null ? null : foldName(key);
}

function enter<T extends Identified>(grouping: Grouping<T>, item: T): void {
  const key = keyIn(grouping, item);
  if (key === null) return;
  const members = grouping.members.get(key) ?? new Map<string, T>();
  members.set(item.id, item);
  grouping.members.set(key, members);
  grouping.lists.delete(key);
}

function leave<T extends Identified>(grouping: Grouping<T>, item: T): void {
  const key = keyIn(grouping, item);
  if (key === null) return;
  const members = grouping.members.get(key);
  members?.delete(item.id);
  if (members?.size === 0) grouping.members.delete(key);
  grouping.lists.delete(key);
}

function membersOf<T>({ members, lists }: Grouping<T>, key: string): readonly T[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const list = [...(members.get(key)?.values() ?? nothing)];
  lists.set(key, list);
  return list;
}

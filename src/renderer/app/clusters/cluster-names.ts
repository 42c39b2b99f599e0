import type { Connection } from '#shared/contract/contract';
import { reachedShortly, reachedShortlyExactly } from '../connections/place-words';

/** What a cluster is called in the window. No two of the tree have the same title. */
export interface ClusterName {
  /** As it was named in the Connect dialog; without such a name its own; while that is not known, where it is reached. */
  readonly title: string;
  /** Its own name where the title does not say it; null: it does, or nobody knows it yet. */
  readonly own: string | null;
}

/** A cluster that is to be called something. */
export interface NamedCluster {
  readonly connection: Connection;
  /** The name that the cluster has for itself; empty: not known yet. */
  readonly own: string;
}

/** A name without looking at the other clusters. */
export function nameAlone({ connection, own }: NamedCluster): ClusterName {
  const given = connection.draft?.name ?? '';
  const title = given || own || connection.name;
  return { title, own: own === '' || sameText(own, title) ? null : own };
}

/** The names of all clusters of the tree, by the id of the connection: those that would be alike say how they are reached. */
export function clusterNames(clusters: readonly NamedCluster[]): ReadonlyMap<string, ClusterName> {
  const named = clusters.map((cluster) => ({ ...nameAlone(cluster), ...cluster.connection }));
  const titles = (['reached', 'exactly', 'numbered'] as const).reduce(
    (before, way) => before.map((title, at) => (isAlike(before, at) ? titleBy(way, named, at) : title)),
    named.map(({ title }) => title),
  );
  return new Map(
    named.map(({ id, title, own }, at) => [id, { title: titles[at] ?? title, own: own ?? null }] as const),
  );
}

/** A name with the cluster's own beside it, for sentences. */
export function fullName({ title, own }: ClusterName): string {
  return own === null ? title : `${title} (${own})`;
}

/** Whether two lists of names say the same. */
export function sameNames(one: ReadonlyMap<string, ClusterName>, other: ReadonlyMap<string, ClusterName>): boolean {
  return (
    one.size === other.size &&
    [...one].every(([id, { title, own }]) => other.get(id)?.title === title && other.get(id)?.own === own)
  );
}

function titleBy(
  way: 'reached' | 'exactly' | 'numbered',
  named: readonly (ClusterName & Pick<Connection, 'draft'>)[],
  at: number,
): string {
  const { title = '', draft = null } = named[at] ?? {};
  const reached = (words: typeof reachedShortly): string => (draft === null ? 'training' : words(draft.place));
  switch (way) {
    case 'reached':
      return `${title} (${reached(reachedShortly)})`;
    case 'exactly':
      return `${title} (${reached(reachedShortlyExactly)})`;
    case 'numbered':
      return `${title} (${reached(reachedShortlyExactly)}, entry ${at + 1})`;
  }
}

function isAlike(titles: readonly string[], at: number): boolean {
  return titles.some((title, other) => other !== at && sameText(title, titles[at] ?? ''));
}

/** Windows does not tell upper from lower case in names. */
function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

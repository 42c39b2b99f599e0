import type { Role } from '#shared/model/role';

/** How many roles each node has, by its name. */
export function countByOwner(roles: readonly Role[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { ownerNode } of roles) {
    if (ownerNode !== null) counts.set(ownerNode, (counts.get(ownerNode) ?? 0) + 1);
  }
  return counts;
}

/** Whether two counts say the same. */
export function sameCounts(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([name, count]) => b.get(name) === count);
}

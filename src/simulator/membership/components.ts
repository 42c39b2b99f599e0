/**
 * Splits nodes into groups that reach each other fully, the largest first (ties: the one with the first node), as a regroup
 * prunes a membership whose connections are not the same for all. `reach` is symmetric.
 */
export function fullyConnectedGroups(
  nodes: readonly string[],
  reach: (a: string, b: string) => boolean,
): readonly (readonly string[])[] {
  const groups: (readonly string[])[] = [];
  let left = nodes;
  while (left.length > 0) {
    const group = largestClique(left, reach);
    groups.push(group);
    left = left.filter((node) => !group.includes(node));
  }
  return groups;
}

/** The largest set of nodes that all reach each other; of several the one that comes first in the order of nodes. */
function largestClique(nodes: readonly string[], reach: (a: string, b: string) => boolean): readonly string[] {
  let best: readonly string[] = [];
  const grow = (clique: readonly string[], candidates: readonly string[]): void => {
    if (clique.length + candidates.length <= best.length) return;
    const [first, ...rest] = candidates;
    if (first === undefined) {
      best = clique;
      return;
    }
    const friends = rest.filter((node) => reach(first, node));
    grow([...clique, first], friends);
    if (friends.length < rest.length) grow(clique, rest);
  };
  grow([], nodes);
  return best;
}

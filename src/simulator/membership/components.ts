/** A graph of nodes: `reach` is symmetric, `weight` what a node counts. */
export interface ReachGraph {
  readonly nodes: readonly string[];
  readonly reach: (a: string, b: string) => boolean;
  readonly weight: (node: string) => number;
}

/**
 * Splits nodes into groups that reach each other fully, as a regroup prunes a membership whose connections are not the same
 * for all: the group that weighs most first, of several the largest, of several the one with the first node.
 */
export function fullyConnectedGroups(given: ReachGraph): readonly (readonly string[])[] {
  const graph = withKnownReach(given);
  const groups: (readonly string[])[] = [];
  let left = graph.nodes;
  while (left.length > 0) {
    const group = best(
      componentsOf({ ...graph, nodes: left }).map((nodes) => heaviestClique({ ...graph, nodes })),
      graph,
    );
    groups.push(group);
    left = left.filter((node) => !group.includes(node));
  }
  return groups;
}

/** Who reaches whom is asked once for each pair. */
function withKnownReach(graph: ReachGraph): ReachGraph {
  const reached = new Map(
    graph.nodes.map((a) => [a, new Set(graph.nodes.filter((b) => a !== b && graph.reach(a, b)))]),
  );
  return { ...graph, reach: (a, b) => reached.get(a)?.has(b) === true };
}

function weightOf(group: readonly string[], graph: Pick<ReachGraph, 'weight'>): number {
  return group.reduce((sum, node) => sum + graph.weight(node), 0);
}

function best(groups: readonly (readonly string[])[], graph: ReachGraph): readonly string[] {
  const first = (group: readonly string[]): number => graph.nodes.indexOf(group[0] ?? '');
  const [heaviest = []] = [...groups].sort(
    (a, b) => weightOf(b, graph) - weightOf(a, graph) || b.length - a.length || first(a) - first(b),
  );
  return heaviest;
}

/** Nodes that reach each other directly or through others, in the order of the nodes. */
function componentsOf({ nodes, reach }: ReachGraph): readonly (readonly string[])[] {
  const components: string[][] = [];
  const seen = new Set<string>();
  for (const start of nodes) {
    if (seen.has(start)) continue;
    const found = new Set([start]);
    for (const node of found) for (const other of nodes) if (other !== node && reach(node, other)) found.add(other);
    for (const node of found) seen.add(node);
    components.push(nodes.filter((node) => found.has(node)));
  }
  return components;
}

/**
 * The set of nodes that all reach each other and weigh most; of several the largest, then the one that comes first. Nodes that are
 * apart only among themselves are chosen from by themselves: whoever is chosen, all others reach it.
 */
function heaviestClique(graph: ReachGraph): readonly string[] {
  const apart = componentsOf({ ...graph, reach: (a, b) => !graph.reach(a, b) });
  const chosen = new Set(apart.flatMap((nodes) => heaviestCliqueOf({ ...graph, nodes })));
  return graph.nodes.filter((node) => chosen.has(node));
}

/** Branch and bound: with the first node, then without it, as long as that can be better than the best that was found. */
function heaviestCliqueOf(graph: ReachGraph): readonly string[] {
  let found: readonly string[] = [];
  let [foundWeight, foundSize] = [-1, 0];
  const grow = (clique: readonly string[], weight: number, candidates: readonly string[]): void => {
    const most = atMost(candidates, graph);
    const possible = weight + most.weight;
    if (possible < foundWeight || (possible === foundWeight && clique.length + most.size <= foundSize)) return;
    const [first, ...rest] = candidates;
    if (first === undefined) {
      [found, foundWeight, foundSize] = [clique, weight, clique.length];
      return;
    }
    const friends = rest.filter((node) => graph.reach(first, node));
    grow([...clique, first], weight + graph.weight(first), friends);
    if (friends.length < rest.length) grow(clique, weight, rest);
  };
  grow([], 0, graph.nodes);
  return found;
}

/** What nodes that all reach each other can weigh and number at most: one of each class of nodes none of which reaches another. */
function atMost(
  nodes: readonly string[],
  { reach, weight }: ReachGraph,
): { readonly weight: number; readonly size: number } {
  const classes: { readonly members: string[]; weight: number }[] = [];
  for (const node of nodes) {
    const own = classes.find(({ members }) => members.every((member) => !reach(member, node)));
    if (own === undefined) classes.push({ members: [node], weight: weight(node) });
    else {
      own.members.push(node);
      own.weight = Math.max(own.weight, weight(node));
    }
  }
  return { weight: classes.reduce((sum, each) => sum + each.weight, 0), size: classes.length };
}

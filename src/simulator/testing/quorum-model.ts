/** A cluster as the quorum rules are counted by hand: no time, no heartbeats, only who is there and what votes. */
export interface QuorumModel {
  readonly nodes: readonly string[];
  /** NodeWeight by node. */
  readonly weight: Readonly<Record<string, number>>;
  readonly witness: 'none' | 'disk' | 'share' | 'cloud';
  readonly diskOnly: boolean;
  /** `static`: 2008 and 2008 R2. `first`: 2012. `full`: 2012 R2 and later, with a dynamic witness. */
  readonly dynamics: 'static' | 'first' | 'full';
  readonly lowerPriorityNode: string | null;
  /** DynamicWeight by node, and the vote of the witness: as agreed last. */
  votes: Record<string, number>;
  witnessVote: number;
  witnessWorks: boolean;
  /** Who runs the cluster; nobody: it has stopped. */
  members: readonly string[];
  powered: Set<string>;
  /** Stopped by command: such a node does not join. */
  stopped: Set<string>;
  /** Nodes of one group reach each other; null: all do. */
  groups: readonly (readonly string[])[] | null;
  /** Who has the latest configuration. */
  latest: ReadonlySet<string>;
}

/** Votes of some nodes. */
export function votesOf({ votes }: QuorumModel, nodes: readonly string[]): number {
  return nodes.reduce((sum, node) => sum + (votes[node] ?? 0), 0);
}

/** All votes that count. */
export function allVotes(model: QuorumModel): number {
  return votesOf(model, model.nodes) + model.witnessVote;
}

/** More than half of them. */
export function majority(model: QuorumModel): number {
  return Math.floor(allVotes(model) / 2) + 1;
}

/** Votes of the witness that are there. */
export function witnessThere({ witness, witnessWorks, witnessVote }: QuorumModel): number {
  return witness !== 'none' && witnessWorks ? witnessVote : 0;
}

/** New weights. `tieLoser`: the node that chance took the vote from, where chance decides. */
export function setVotes(model: QuorumModel, tieLoser: (voters: readonly string[]) => string | undefined): void {
  const { nodes, weight, dynamics, diskOnly } = model;
  const there = model.witness !== 'none' && model.witnessWorks;
  if (diskOnly || dynamics === 'static') {
    model.votes = diskOnly ? {} : { ...weight };
    model.witnessVote = model.witness === 'none' ? 0 : 1;
    return;
  }
  model.votes = Object.fromEntries(nodes.map((node) => [node, model.members.includes(node) ? (weight[node] ?? 0) : 0]));
  const voters = nodes.filter((node) => model.votes[node] === 1);
  const even = voters.length % 2 === 0;
  model.witnessVote = there && (dynamics === 'first' || even) ? 1 : 0;
  if (model.witnessVote === 1 || !even || voters.length === 0) return;
  const loser = tieOf(model, voters, tieLoser);
  if (loser !== undefined) model.votes[loser] = 0;
}

function tieOf(
  { dynamics, lowerPriorityNode }: QuorumModel,
  voters: readonly string[],
  tieLoser: (voters: readonly string[]) => string | undefined,
): string | undefined {
  if (dynamics === 'first') return voters.length === 2 ? voters[0] : undefined;
  if (lowerPriorityNode !== null && voters.includes(lowerPriorityNode)) return lowerPriorityNode;
  return tieLoser(voters);
}

/** The group that goes on; null: none. `core`: the living owner of the core group. Groups come in the order of their first nodes. */
export function winnerOf(
  model: QuorumModel,
  groups: readonly (readonly string[])[],
  core: string | null,
): readonly string[] | null {
  const needed = majority(model);
  const alone = groups.find((group) => votesOf(model, group) >= needed);
  if (alone !== undefined && !model.diskOnly) return alone;
  if (witnessThere(model) === 0) return null;
  const defended = groups.find((group) => core !== null && group.includes(core));
  const heaviest = [...groups].sort((a, b) => votesOf(model, b) - votesOf(model, a) || b.length - a.length)[0];
  const holder = defended ?? heaviest;
  return holder !== undefined && votesOf(model, holder) + model.witnessVote >= needed ? holder : null;
}

/** Nodes that run their service and look for a cluster. */
function waiting({ nodes, powered, stopped, members }: QuorumModel): readonly string[] {
  return nodes.filter((node) => powered.has(node) && !stopped.has(node) && !members.includes(node));
}

function reach({ groups }: QuorumModel, a: string, b: string): boolean {
  return a === b || groups === null || groups.some((group) => group.includes(a) && group.includes(b));
}

/** The groups of waiting nodes that may form the cluster; more than one where only the witness decides who is first. */
export function formingGroups(model: QuorumModel): readonly (readonly string[])[] {
  const groups: string[][] = [];
  for (const node of waiting(model)) {
    const group = groups.find((others) => others.every((other) => reach(model, node, other)));
    if (group === undefined) groups.push([node]);
    else group.push(node);
  }
  const configured = (group: readonly string[]): boolean =>
    group.some((node) => model.latest.has(node)) || (model.witness === 'disk' && model.witnessWorks);
  return groups.filter((group) => votesOf(model, group) + witnessThere(model) >= majority(model) && configured(group));
}

/** The waiting nodes that reach all members, who let them join. */
export function joining(model: QuorumModel): readonly string[] {
  return waiting(model).filter((node) => model.members.every((member) => reach(model, node, member)));
}

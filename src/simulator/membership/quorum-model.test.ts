import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAtLeast, type Release } from '#shared/model/release';
import {
  allVotes,
  formingGroups,
  joining,
  majority,
  setVotes,
  votesOf,
  winnerOf,
  witnessThere,
  type QuorumModel,
} from '../testing/quorum-model';
import { startCluster, type TestCluster } from '../testing/test-cluster';

const witnesses = {
  none: '{mode: nodeMajority',
  disk: '{mode: nodeAndDiskMajority, witness: Q',
  share: "{mode: nodeAndFileShareMajority, witness: '\\\\dc\\w'",
  cloud: "{mode: nodeAndCloudMajority, witness: 'https://w.example.com'",
} as const;

const cluster = fc.record({
  release: fc.constantFrom<Release>('2008', '2008R2', '2012', '2012R2', '2016', '2019', '2022', '2025'),
  witness: fc.constantFrom('none', 'disk', 'share', 'cloud'),
  diskOnly: fc.nat({ max: 5 }).map((chance) => chance === 0),
  weights: fc.array(fc.constantFrom(1, 1, 1, 1, 0), { minLength: 2, maxLength: 6 }),
  lower: fc.option(fc.nat({ max: 5 }), { nil: null }),
});

/** Which nodes something happens to: bit by bit. */
const some = fc.nat({ max: 63 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('crash'), which: some }),
  fc.record({ kind: fc.constant('powerOn'), which: some }),
  fc.record({ kind: fc.constant('partition'), sides: fc.array(fc.nat({ max: 2 }), { minLength: 6, maxLength: 6 }) }),
  fc.record({ kind: fc.constant('heal') }),
  fc.record({ kind: fc.constant('witness') }),
  fc.record({ kind: fc.constant('stop'), which: fc.nat({ max: 5 }) }),
  fc.record({ kind: fc.constant('start'), which: fc.nat({ max: 5 }) }),
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
type Given = typeof cluster extends fc.Arbitrary<infer Value> ? Value : never;

/** Seconds between two steps: time enough to boot, to join and to settle. */
const pause = 1000;

/** The simulator and the count by hand, side by side. */
class Comparison {
  private readonly test: TestCluster;
  private readonly model: QuorumModel;
  private seconds = 0;

  constructor({ release, witness, diskOnly, weights, lower }: Given) {
    const nodes = weights.map((_, place) => `N${place + 1}`);
    const kind = witness === 'cloud' && !isAtLeast(release, '2016') ? 'share' : witness;
    const dynamics = isAtLeast(release, '2012R2') ? 'full' : isAtLeast(release, '2012') ? 'first' : 'static';
    const lowerPriorityNode = dynamics === 'full' ? (nodes[lower ?? 6] ?? null) : null;
    const only = diskOnly && kind === 'disk';
    const mode = only ? '{mode: diskOnly, witness: Q' : witnesses[kind];
    const weight = Object.fromEntries(nodes.map((node, place) => [node, weights[place] ?? 1]));
    if (!weights.includes(1)) weight.N1 = 1;
    const lowerText = lowerPriorityNode === null ? '' : `, lowerPriorityNode: ${lowerPriorityNode}`;
    this.test = startCluster({
      release,
      cluster: `quorum: ${mode}${lowerText}}${isAtLeast(release, '2016') ? ', settings: {quarantineThreshold: 0}' : ''}`,
      nodes: nodes.map((node) => `{name: ${node}, vote: ${weight[node]}}`).join(', '),
      rest: kind === 'disk' ? 'disks: [{name: Q, size: 1GB, use: witness}]' : '',
    });
    this.model = {
      ...{ nodes, weight, witness: kind, diskOnly: only, dynamics, lowerPriorityNode },
      ...{ votes: {}, witnessVote: 0, witnessWorks: true, members: nodes, groups: null },
      ...{ powered: new Set(nodes), stopped: new Set<string>(), latest: new Set(nodes) },
    };
    this.settle();
    this.compare('at the start');
  }

  take(next: Step): void {
    const { test, model } = this;
    test.to((this.seconds += pause));
    const core = this.coreOwner();
    const chosen = (which: number): readonly string[] => model.nodes.filter((_, place) => (which & (1 << place)) !== 0);
    switch (next.kind) {
      case 'crash': {
        const lost = chosen(next.which).filter((node) => model.powered.has(node));
        for (const node of lost) test.break({ fault: 'node.crash', node });
        for (const node of lost) model.stopped.delete(node);
        model.powered = new Set([...model.powered].filter((node) => !lost.includes(node)));
        this.divide([model.members.filter((node) => !lost.includes(node))], core);
        break;
      }
      case 'powerOn':
        for (const node of chosen(next.which).filter((off) => !model.powered.has(off))) {
          test.break({ fault: 'node.powerOn', node });
          model.powered.add(node);
        }
        break;
      case 'partition': {
        const sides = [0, 1, 2].map((side) => model.nodes.filter((_, place) => next.sides[place] === side));
        model.groups = sides.filter((side) => side.length > 0);
        test.break({ fault: 'network.partition', groups: model.groups.map((side) => [...side]) });
        this.divide(
          model.groups.map((side) => side.filter((node) => model.members.includes(node))),
          core,
        );
        break;
      }
      case 'heal':
        test.break({ fault: 'network.heal' });
        model.groups = null;
        break;
      case 'witness':
        if (model.witness === 'none') return;
        test.break({ fault: model.witnessWorks ? 'witness.fail' : 'witness.repair' });
        model.witnessWorks = !model.witnessWorks;
        if (votesOf(model, model.members) + witnessThere(model) < majority(model)) model.members = [];
        break;
      case 'stop':
        this.stop(model.nodes[next.which]);
        break;
      case 'start': {
        const node = model.nodes[next.which];
        if (node === undefined || !model.stopped.delete(node)) return;
        test.run('node.startService', { node });
        break;
      }
    }
    test.to(this.seconds + pause - 1);
    this.settle();
    this.compare(JSON.stringify(next));
  }

  private coreOwner(): string | null {
    return this.model.members.length === 0 ? null : this.test.role('Cluster Group').ownerNode;
  }

  /** Members fell apart, or were lost: who goes on. */
  private divide(groups: readonly (readonly string[])[], core: string | null): void {
    const { model } = this;
    const parts = groups.filter((group) => group.length > 0);
    const [whole] = parts;
    if (parts.length === 1 && whole?.length === model.members.length) return;
    model.members = winnerOf(model, parts, core) ?? [];
    if (model.members.length > 0) model.latest = new Set(model.members);
    this.revote();
  }

  private stop(node: string | undefined): void {
    const { test, model } = this;
    if (node === undefined || !model.powered.has(node) || model.stopped.has(node)) return;
    const { id } = test.run('node.stopService', { node });
    const { outcome } = test.to(this.seconds + pause - 1).operation(id);
    const others = model.members.filter((member) => member !== node);
    if (model.members.includes(node)) {
      expect(outcome, `stop ${node}`).toBe(this.keepsQuorum(others) ? 'succeeded' : 'failed');
      if (outcome === 'failed') return;
      model.members = others;
      model.latest = new Set(others);
      this.revote();
    }
    model.stopped.add(node);
  }

  /** Whether the others keep the quorum after the vote was handed over. */
  private keepsQuorum(others: readonly string[]): boolean {
    const { model } = this;
    const there = model.witness !== 'none' && model.witnessWorks;
    if (others.length === 0) return false;
    if (model.diskOnly) return there;
    if (model.dynamics === 'static') return votesOf(model, others) + witnessThere(model) >= majority(model);
    return there || others.some((other) => model.weight[other] === 1);
  }

  private settle(): void {
    const { model, test } = this;
    if (model.members.length === 0) {
      const groups = formingGroups(model);
      // Where two groups need the witness, who comes first gets it.
      const first = groups.length < 2 ? groups[0] : groups.find((group) => test.node(group[0] ?? '').state === 'Up');
      model.members = first ?? [];
      if (first === undefined) return;
    }
    const joined = [...model.members, ...joining(model)];
    model.members = model.nodes.filter((node) => joined.includes(node));
    model.latest = new Set(model.members);
    this.revote();
  }

  private revote(): void {
    const { model, test } = this;
    if (model.members.length > 0)
      setVotes(model, (voters) => voters.find((node) => test.node(node).dynamicWeight === 0));
  }

  private compare(when: string): void {
    const { model, test } = this;
    const { nodes } = test.cluster.snapshot();
    const up = nodes.flatMap(({ name, state }) => (state === 'Up' ? [name] : []));
    expect(up, when).toEqual(model.members);
    expect(test.state, when).toBe(up.length > 0 ? 'Running' : 'Stopped');
    if (up.length === 0) return;
    const weights = nodes.map(({ name, dynamicWeight }) => [name, dynamicWeight]);
    expect(weights, when).toEqual(model.nodes.map((node) => [node, model.votes[node] ?? 0]));
    expect(test.quorum, when).toMatchObject({
      votes: votesOf(model, model.members) + witnessThere(model),
      votesTotal: allVotes(model),
      votesNeeded: majority(model),
      witnessDynamicWeight: model.witnessVote,
    });
  }
}

describe('Quorum: any sequence of losses and returns ends as counted by hand', () => {
  it('by release, witness and NodeWeight, for crashes, splits in two and three, a lost witness, planned stops and returns', () => {
    fc.assert(
      fc.property(cluster, fc.array(step, { minLength: 1, maxLength: 8 }), (given, steps) => {
        const comparison = new Comparison(given);
        for (const next of steps) comparison.take(next);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

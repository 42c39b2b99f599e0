import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAtLeast, type Release } from '#shared/model/release';
import { startCluster, type TestCluster, type TestScenario } from '../testing/test-cluster';

const shareWitness = "quorum: {mode: nodeAndFileShareMajority, witness: '\\\\dc\\w'}";

function upNodes(test: TestCluster): readonly string[] {
  return test.cluster.snapshot().nodes.flatMap(({ name, state }) => (state === 'Up' ? [name] : []));
}

/** Whether the cluster still runs after losses, each of some nodes at once, with time to settle between. */
function survives(make: () => TestCluster, losses: readonly (readonly string[])[]): boolean {
  const test = make();
  for (const nodes of losses) {
    for (const node of nodes) test.break({ fault: 'node.crash', node });
    test.to(test.cluster.now / 1000 + 100);
  }
  return test.state === 'Running';
}

function subsets(nodes: readonly string[], size: number): readonly (readonly string[])[] {
  if (size === 0) return [[]];
  return nodes.flatMap((node, place) => subsets(nodes.slice(place + 1), size - 1).map((rest) => [node, ...rest]));
}

/** The most nodes of which any choice can be lost at once, found by trying all. One has to be left. */
function reallyAtOnce(make: () => TestCluster, nodes: readonly string[]): number {
  const fatal = nodes.findIndex((_, lost) => subsets(nodes, lost).some((choice) => !survives(make, [choice])));
  return (fatal < 0 ? nodes.length : fatal) - 1;
}

/** The same one after another: the worst order counts. */
function reallyOneByOne(make: () => TestCluster, nodes: readonly string[], lost: readonly string[] = []): number {
  const left = nodes.filter((node) => !lost.includes(node));
  const losses = [...lost].map((node) => [node]);
  if (!survives(make, losses)) return -1;
  return left.length < 2 ? 0 : 1 + Math.min(...left.map((node) => reallyOneByOne(make, nodes, [...lost, node])));
}

const given = fc.record({
  release: fc.constantFrom<Release>('2008R2', '2012', '2012R2', '2022'),
  witness: fc.constantFrom('none', 'disk', 'share', 'diskOnly'),
  witnessFails: fc.nat({ max: 4 }).map((chance) => chance === 0),
  nodes: fc.array(fc.record({ vote: fc.constantFrom(1, 1, 1, 0), off: fc.nat({ max: 5 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
});

type Given = typeof given extends fc.Arbitrary<infer Value> ? Value : never;

function scenarioOf({ release, witness, nodes }: Given): TestScenario {
  const quorum = {
    none: 'quorum: {mode: nodeMajority}',
    disk: 'quorum: {mode: nodeAndDiskMajority, witness: Q}',
    share: shareWitness,
    diskOnly: 'quorum: {mode: diskOnly, witness: Q}',
  }[witness];
  const withDisk = witness === 'disk' || witness === 'diskOnly';
  return {
    release,
    cluster: isAtLeast(release, '2016') ? `${quorum}, settings: {quarantineThreshold: 0}` : quorum,
    nodes: nodes
      .map(({ vote, off }, place) => {
        const state = place > 0 && off === 0 ? 'off' : 'up';
        return `{name: N${place + 1}, vote: ${vote}, state: ${state}}`;
      })
      .join(', '),
    rest: withDisk ? 'disks: [{name: Q, size: 1GB, use: witness}]' : '',
  };
}

describe('Quorum: how many more nodes can fail', () => {
  // Outcomes of Microsoft's page on cluster quorum (understand-quorum). Where it says 50 %, the worst case counts.
  it.each([
    { nodes: 2, witness: false, atOnce: 0, oneByOne: 0 },
    { nodes: 2, witness: true, atOnce: 1, oneByOne: 1 },
    { nodes: 3, witness: false, atOnce: 1, oneByOne: 1 },
    { nodes: 3, witness: true, atOnce: 1, oneByOne: 2 },
    { nodes: 4, witness: false, atOnce: 1, oneByOne: 2 },
    { nodes: 4, witness: true, atOnce: 2, oneByOne: 3 },
    { nodes: 5, witness: false, atOnce: 2, oneByOne: 3 },
    { nodes: 5, witness: true, atOnce: 2, oneByOne: 4 },
    { nodes: 64, witness: false, atOnce: 31, oneByOne: 62 },
    { nodes: 64, witness: true, atOnce: 32, oneByOne: 63 },
  ])('of $nodes nodes (witness: $witness) $atOnce at once and $oneByOne one by one', (row) => {
    const test = startCluster({ nodes: row.nodes, cluster: row.witness ? shareWitness : '' });
    expect(test.quorum).toMatchObject({ canFailAtOnce: row.atOnce, canFailOneByOne: row.oneByOne });
  });

  it('half of the cases that the page calls 50 % really go on: with the voter, or without it', () => {
    const fate = (nodes: number, losses: readonly (readonly string[])[]): boolean =>
      survives(() => startCluster({ nodes, cluster: 'quorum: {lowerPriorityNode: N1}' }), losses);
    expect(fate(2, [['N1']])).toBe(true);
    expect(fate(2, [['N2']])).toBe(false);
    expect(fate(3, [['N3'], ['N1']])).toBe(true);
    expect(fate(3, [['N3'], ['N2']])).toBe(false);
    expect(fate(4, [['N1', 'N2']])).toBe(true);
    expect(fate(4, [['N2', 'N3']])).toBe(false);
  });

  it('is true: no loss that is promised to be survived stops the cluster, and one more does in the worst case', () => {
    fc.assert(
      fc.property(given, (cluster) => {
        const scenario = scenarioOf(cluster);
        const make = (): TestCluster => {
          const test = startCluster(scenario).to(1);
          if (cluster.witnessFails && cluster.witness !== 'none') test.break({ fault: 'witness.fail' });
          return test.to(50);
        };
        const test = make();
        const nodes = upNodes(test);
        const { canFailAtOnce, canFailOneByOne } = test.quorum;
        const [atOnce, oneByOne] =
          nodes.length === 0 ? [0, 0] : [reallyAtOnce(make, nodes), reallyOneByOne(make, nodes)];
        expect({ canFailAtOnce, canFailOneByOne }).toEqual({ canFailAtOnce: atOnce, canFailOneByOne: oneByOne });
      }),
      { seed: 1, numRuns: 40 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullyConnectedGroups } from './components';

function groupsOf(nodes: string, links: readonly string[], weights: Readonly<Record<string, number>> = {}): string {
  return fullyConnectedGroups({
    nodes: nodes.split(''),
    reach: (a, b) => links.some((link) => link.includes(a) && link.includes(b)),
    weight: (node) => weights[node] ?? 1,
  })
    .map((group) => group.join(''))
    .join(' ');
}

describe('Membership: groups that reach each other fully', () => {
  it('are the sides of a partition, the heaviest first', () => {
    expect(groupsOf('abcde', ['ab', 'cde'])).toBe('cde ab');
    expect(groupsOf('abcde', ['ab', 'cde'], { a: 3 })).toBe('ab cde');
  });

  it('prune a node that does not reach all: of two halves that overlap the first one stays', () => {
    expect(groupsOf('abc', ['ab', 'bc'])).toBe('ab c');
    expect(groupsOf('abcd', ['abc', 'bcd'])).toBe('abc d');
  });

  it('of the same weight are the largest first', () => {
    expect(groupsOf('abc', ['ab', 'bc'], { c: 0 })).toBe('ab c');
    expect(groupsOf('abcd', ['ab', 'bcd'], { a: 2, c: 1, d: 1 })).toBe('bcd a');
  });

  it('are found for 64 nodes each of which misses one other, and for rings of five', () => {
    const nodes = Array.from({ length: 64 }, (_, place) => `n${place}`);
    const place = (node: string): number => Number(node.slice(1));
    const [pairs] = fullyConnectedGroups({ nodes, reach: (a, b) => place(a) + place(b) !== 63, weight: () => 1 });
    expect(pairs).toEqual(nodes.slice(0, 32));
    const ringReach = (a: string, b: string): boolean => {
      const [one, other] = [place(a), place(b)];
      return Math.floor(one / 5) !== Math.floor(other / 5) || [1, 4].includes((one - other + 64) % 5 || 0);
    };
    const symmetric = (a: string, b: string): boolean => ringReach(a, b) || ringReach(b, a);
    const [rings] = fullyConnectedGroups({ nodes: nodes.slice(0, 60), reach: symmetric, weight: () => 1 });
    expect(rings).toHaveLength(24);
  });

  it('are disjoint, complete and fully connected, and no group weighs more than the first', () => {
    const graphs = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.array(fc.boolean(), { minLength: 21, maxLength: 21 }));
    fc.assert(
      fc.property(graphs, ([size, edges]) => {
        const nodes = Array.from({ length: size }, (_, place) => String(place));
        const reach = (a: string, b: string): boolean => {
          const [low, high] = [Math.min(Number(a), Number(b)), Math.max(Number(a), Number(b))];
          return edges[(high * (high - 1)) / 2 + low] ?? false;
        };
        const groups = fullyConnectedGroups({ nodes, reach, weight: () => 1 });
        const isClique = (group: readonly string[]): boolean =>
          group.every((a, place) => group.slice(place + 1).every((b) => reach(a, b)));
        expect(groups.flat().sort()).toEqual([...nodes].sort());
        expect(groups.every(isClique)).toBe(true);
        const largest = subsetsOf(nodes)
          .filter(isClique)
          .reduce((most, group) => Math.max(most, group.length), 0);
        expect(groups[0]?.length).toBe(largest);
      }),
    );
  });
});

function subsetsOf(nodes: readonly string[]): readonly (readonly string[])[] {
  return nodes.reduce<readonly (readonly string[])[]>(
    (all, node) => [...all, ...all.map((set) => [...set, node])],
    [[]],
  );
}

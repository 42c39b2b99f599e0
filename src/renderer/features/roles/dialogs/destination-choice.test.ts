import { describe, expect, it } from 'vitest';
import type { Destination } from '#shared/contract/queries';
import { bestNode, bestPossible, destinationLines, whyNot } from './destination-choice';

function destination(node: string, more: Partial<Destination> = {}): Destination {
  return {
    node,
    excluded: null,
    best: false,
    memoryAvailable: 40 * 1024 ** 3,
    predicted: { total: 41_437, downtime: 44 },
    warning: null,
    ...more,
  };
}

describe('destinationLines', () => {
  it('lists what can be chosen first, by name as people count', () => {
    const lines = destinationLines([
      destination('Node10'),
      destination('Node1', { excluded: 'It is paused.' }),
      destination('Node2'),
    ]);
    expect(lines.map(({ node }) => node)).toEqual(['Node2', 'Node10', 'Node1']);
    expect(lines[0]).toMatchObject({ memory: '40 GB', time: '41 s', downtime: '44 ms' });
  });

  it('says nothing of what is not known', () => {
    const [line] = destinationLines([destination('Node1', { predicted: null, memoryAvailable: null })]);
    expect(line).toMatchObject({ memory: '', time: '', downtime: '' });
  });
});

describe('whyNot', () => {
  it('lets the cluster choose as long as some node can take it', () => {
    const lines = destinationLines([destination('Node1', { excluded: 'Full.' }), destination('Node2', { best: true })]);
    expect(whyNot(lines, bestPossible)).toBeUndefined();
    expect(bestNode(lines)?.node).toBe('Node2');
  });

  it('gives the reason of a node that was possible when it was chosen', () => {
    const lines = destinationLines([destination('Node1', { excluded: 'It is paused.' }), destination('Node2')]);
    expect(whyNot(lines, 'Node1')).toBe('It is paused.');
  });

  it('says so when no node can take it', () => {
    expect(whyNot(destinationLines([destination('Node1', { excluded: 'Full.' })]), bestPossible)).toContain(
      'No other node',
    );
  });
});

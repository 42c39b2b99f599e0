import { describe, expect, it } from 'vitest';
import { sampleNode } from '../../../../tests/support/sample-objects';
import { nodeInformation, nodeStatus } from './node-words';

function sentence(changes: Parameters<typeof sampleNode>[1], roles = 0): string {
  return nodeInformation(sampleNode('Demo1', changes), roles, 'simulated').text;
}

describe('nodeInformation', () => {
  it('says nothing of a node that is up', () => {
    expect(sentence({})).toBe('');
  });

  it('says by when the machines of an isolated node fail over', () => {
    const isolated = { state: 'Down', statusInformation: 'Isolated', statusUntil: 262_000 } as const;
    expect(nodeStatus(sampleNode('Demo1', isolated)).text).toBe('Isolated');
    expect(sentence(isolated)).toContain('fail over at Day 1, 00:04:22 at the latest');
  });

  it('says until when a quarantined node may not join', () => {
    const quarantined = { state: 'Down', statusInformation: 'Quarantined', statusUntil: 7_200_000 } as const;
    expect(sentence(quarantined)).toContain('until Day 1, 02:00:00');
  });

  it('tells a drain from a pause, and what it left behind', () => {
    expect(sentence({ state: 'Paused' }, 2)).toBe('Keeps its 2 roles, takes no more until it is resumed');
    expect(sentence({ state: 'Paused', drainStatus: 'InProgress' }, 2)).toBe('Drains: 2 roles still to move');
    expect(sentence({ state: 'Paused', drainStatus: 'Completed' })).toContain('nothing runs here');
    expect(sentence({ state: 'Paused', drainStatus: 'Failed' }, 1)).toBe('The drain failed, 1 role was left here');
  });

  it('says why a vote is missing', () => {
    expect(sentence({ dynamicWeight: 0 })).toContain('keep the number of votes odd');
    expect(sentence({ dynamicWeight: 0, nodeWeight: 0 })).toBe('');
  });
});

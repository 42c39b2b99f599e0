import { describe, expect, it } from 'vitest';
import { sampleNode } from '../../../../tests/support/sample-objects';
import { sampleSnapshot } from '../../../../tests/support/sample-snapshot';
import { canFailSentence, voters, votesSentence } from './quorum-sentences';

const { quorum } = sampleSnapshot();

describe('the quorum in words', () => {
  it('counts votes', () => {
    expect(votesSentence(quorum)).toBe('3 of 3 votes are there, 2 are needed.');
    expect(votesSentence({ ...quorum, votes: 1, votesTotal: 1, votesNeeded: 1 })).toBe(
      '1 of 1 vote is there, 1 is needed.',
    );
  });

  it('says what can still fail, at once and one by one where they differ', () => {
    expect(canFailSentence(quorum)).toBe('1 node can fail.');
    expect(canFailSentence({ ...quorum, canFailAtOnce: 0, canFailOneByOne: 0 })).toContain('No node can fail');
    expect(canFailSentence({ ...quorum, canFailAtOnce: 0, canFailOneByOne: 1 })).toContain('right now');
    expect(canFailSentence({ ...quorum, canFailAtOnce: 2, canFailOneByOne: 4 })).toBe(
      '2 nodes can fail at once, 4 one after another.',
    );
  });

  it('says what to do without quorum', () => {
    expect(canFailSentence({ ...quorum, state: 'Lost' })).toContain('force quorum');
  });
});

describe('voters', () => {
  it('lists nodes and witness with the reason where a vote is missing', () => {
    const nodes = [sampleNode('Demo1'), sampleNode('Demo2', { state: 'Down', dynamicWeight: 0 })];
    const list = voters({ ...quorum, witnessDynamicWeight: 0 }, nodes);
    expect(list.map(({ name, vote, note }) => [name, vote, note])).toEqual([
      ['Demo1', 1, ''],
      ['Demo2', 0, 'No vote while it is down'],
      ['Quorum', 0, 'Not needed: the number of node votes is odd'],
    ]);
  });

  it('tells a vote that was removed from one that dynamic quorum took', () => {
    const nodes = [sampleNode('Demo1', { nodeWeight: 0, dynamicWeight: 0 }), sampleNode('Demo2', { dynamicWeight: 0 })];
    const [removed, taken] = voters({ ...quorum, witness: null }, nodes);
    expect(removed?.note).toContain('removed in the settings');
    expect(taken?.note).toContain('dynamic quorum');
  });
});

import { describe, expect, it } from 'vitest';
import { clusterView } from '#shared/model/cluster-view';
import { sampleSnapshot, type SampleChanges } from '../../../../tests/support/sample-snapshot';
import { nodesInWords, quorumInWords } from './status-words';

const quorum = (changes: SampleChanges) => quorumInWords(clusterView(sampleSnapshot(changes)));

describe('the status bar', () => {
  it('says the quorum and what can still fail', () => {
    const votes = { votes: 3, votesTotal: 3, votesNeeded: 2 };
    expect(quorum({ quorum: { ...votes, canFailAtOnce: 1, canFailOneByOne: 1 } })).toEqual({
      tone: 'ok',
      text: 'Quorum: 3 of 3 votes, can lose 1',
    });
    expect(quorum({ quorum: { ...votes, canFailAtOnce: 0, canFailOneByOne: 1 } }).tone).toBe('warn');
    expect(quorum({ quorum: { ...votes, votes: 1, canFailAtOnce: 0, canFailOneByOne: 0, state: 'Lost' } })).toEqual({
      tone: 'error',
      text: 'Quorum: 1 of 3 votes, lost: needs 2',
    });
  });

  it('does not speak of votes where no cluster runs', () => {
    expect(quorum({ cluster: { state: 'Stopped' } })).toEqual({ tone: 'error', text: 'The cluster is stopped' });
  });

  it('counts the nodes that are up, and those that are paused', () => {
    expect(nodesInWords(clusterView(sampleSnapshot()))).toEqual({ tone: 'ok', text: 'Nodes 2 of 2 up' });
    expect(nodesInWords(clusterView(sampleSnapshot({ nodes: { Demo2: { state: 'Paused' } } })))).toEqual({
      tone: 'warn',
      text: 'Nodes 2 of 2 up, 1 paused',
    });
    expect(nodesInWords(clusterView(sampleSnapshot({ nodes: { Demo2: { state: 'Down' } } }))).tone).toBe('error');
  });
});

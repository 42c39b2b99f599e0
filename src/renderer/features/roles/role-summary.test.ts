import { describe, expect, it } from 'vitest';
import { clusterView } from '#shared/model/cluster-view';
import { sampleSnapshot, type SampleChanges } from '../../../../tests/support/sample-snapshot';
import { roleCounts } from './role-summary';

const counts = (changes: SampleChanges) => roleCounts(clusterView(sampleSnapshot(changes)));

describe('the counts beside "Services and applications"', () => {
  it('say how many roles there are, and how they are', () => {
    expect(counts({}).map(({ text }) => text)).toEqual(['3 roles', '2 online', '1 offline']);
  });

  it('begin with what is wrong', () => {
    expect(counts({ roles: { FS1: { state: 'Failed' } } })).toEqual([
      { text: '1 failed', tone: 'error' },
      { text: '3 roles' },
      { text: '1 online' },
      { text: '1 offline' },
    ]);
  });

  it('do not call online what the grid calls unmonitored', () => {
    expect(counts({ roles: { 'SQL-01': { statusInformation: 'Unmonitored' } } })).toEqual([
      { text: '1 unmonitored', tone: 'warn' },
      { text: '3 roles' },
      { text: '1 online' },
      { text: '1 offline' },
    ]);
  });
});

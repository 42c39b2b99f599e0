import { describe, expect, test } from 'vitest';
import { createSnapshotStore } from '../../snapshot-store';
import { sampleRole } from '../../../../tests/support/sample-objects';
import { sampleSnapshot } from '../../../../tests/support/sample-snapshot';
import { diffSnapshots } from './diff-snapshots';

describe('what differs between two snapshots', () => {
  test('is nothing when they say the same, and every object stays the one it was', () => {
    const [before, after] = [sampleSnapshot(), sampleSnapshot()];
    const { delta, snapshot } = diffSnapshots(before, { ...after, time: 5 });
    expect(delta).toBeNull();
    expect(snapshot.roles).toBe(before.roles);
    expect(snapshot.cluster).toBe(before.cluster);
    expect(snapshot.time).toBe(5);
  });

  test('is what changed, came and went; merged into the one before it gives the one after', () => {
    const before = sampleSnapshot();
    const after = {
      ...sampleSnapshot({
        nodes: { Demo2: { state: 'Down' } },
        roles: { 'SQL-01': { ownerNode: 'Demo2' } },
        quorum: { votes: 2 },
      }),
      time: 7,
    };
    const changed = {
      ...after,
      roles: [...after.roles.filter(({ name }) => name !== 'FS1'), sampleRole('New')],
    };
    const { delta, snapshot } = diffSnapshots(before, changed);
    if (delta === null) throw new Error('There is a difference.');
    expect(delta.upserts.nodes?.map(({ name }) => name)).toEqual(['Demo2']);
    expect(delta.upserts.roles?.map(({ name }) => name)).toEqual(['SQL-01', 'New']);
    expect(delta.removals.roles).toHaveLength(1);
    expect(delta.upserts.resources).toBeUndefined();
    expect(delta.quorum?.votes).toBe(2);
    expect(delta.cluster).toBeUndefined();

    const store = createSnapshotStore();
    store.replace({ revision: 1, snapshot: before });
    expect(store.apply({ ...delta, revision: 2 })).toBe(true);
    expect(store.current()?.snapshot).toEqual(snapshot);
    expect(snapshot.nodes[0]).toBe(before.nodes[0]);
  });
});

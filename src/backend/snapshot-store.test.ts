import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClusterDelta, ClusterSnapshot } from '#shared/model/snapshot';
import { sampleNode, sampleRole } from '../../tests/support/sample-objects';
import { sampleSnapshot } from '../../tests/support/sample-snapshot';
import { createSnapshotStore } from './snapshot-store';

function delta(revision: number, changes: Partial<ClusterDelta> = {}): ClusterDelta {
  return { revision, time: revision * 1000, upserts: {}, removals: {}, ...changes };
}

function filled(snapshot: ClusterSnapshot = sampleSnapshot(), revision = 7) {
  const store = createSnapshotStore();
  store.replace({ revision, snapshot });
  return store;
}

describe('the snapshot store', () => {
  test('has nothing before the first snapshot, and merges nothing', () => {
    const store = createSnapshotStore();
    expect(store.current()).toBeNull();
    expect(store.apply(delta(1))).toBe(false);
    expect(store.current()).toBeNull();
  });

  test('gives the snapshot that it was given', () => {
    const snapshot = sampleSnapshot();
    expect(filled(snapshot).current()).toEqual({ revision: 7, snapshot });
  });

  test('merges what changed, what is new and what is gone', () => {
    const snapshot = { ...sampleSnapshot(), roles: [sampleRole('A'), sampleRole('B'), sampleRole('C')] };
    const store = filled(snapshot);
    const changed = sampleRole('A', { state: 'Failed' });
    const added = sampleRole('D');
    const merged = store.apply(
      delta(8, {
        cluster: { ...snapshot.cluster, name: 'NEW' },
        upserts: { roles: [changed, added] },
        removals: { roles: ['role-B'], nodes: ['of none'] },
      }),
    );
    expect(merged).toBe(true);
    expect(store.current()).toEqual({
      revision: 8,
      snapshot: {
        ...snapshot,
        time: 8000,
        cluster: { ...snapshot.cluster, name: 'NEW' },
        roles: [changed, sampleRole('C'), added],
      },
    });
  });

  test('a rename is a change of the same object', () => {
    const store = filled({ ...sampleSnapshot(), nodes: [sampleNode('Demo1')] });
    store.apply(delta(8, { upserts: { nodes: [{ ...sampleNode('Demo1'), name: 'Demo9' }] } }));
    expect(store.current()?.snapshot.nodes.map(({ name }) => name)).toEqual(['Demo9']);
  });

  test.each([6, 7, 9])('refuses revision %d after 7 and stays as it was', (revision) => {
    const store = filled();
    const before = store.current();
    expect(store.apply(delta(revision, { upserts: { roles: [sampleRole('X')] } }))).toBe(false);
    expect(store.current()).toEqual(before);
    expect(store.apply(delta(8))).toBe(true);
  });

  test('a snapshot that was handed out does not change any more', () => {
    const store = filled({ ...sampleSnapshot(), roles: [sampleRole('A')] });
    const before = store.current();
    const copy = structuredClone(before);
    store.apply(delta(8, { upserts: { roles: [sampleRole('A', { state: 'Failed' })] } }));
    expect(before).toEqual(copy);
  });

  test('a new snapshot replaces everything and starts its own revisions', () => {
    const store = filled();
    const next = { ...sampleSnapshot(), roles: [] };
    store.replace({ revision: 1, snapshot: next });
    expect(store.current()).toEqual({ revision: 1, snapshot: next });
    expect(store.apply(delta(2))).toBe(true);
  });

  test('any sequence of changes ends where the changes lead', () => {
    const name = fc.constantFrom('A', 'B', 'C', 'D', 'E');
    const change = fc.record({
      upserts: fc.array(fc.record({ name, priority: fc.integer() }), { maxLength: 4 }),
      removals: fc.array(name, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const store = filled({ ...sampleSnapshot(), roles: [] }, 0);
        const expected = new Map<string, number>();
        for (const [index, { upserts, removals }] of changes.entries()) {
          for (const gone of removals) expected.delete(gone);
          for (const { name: changed, priority } of upserts) expected.set(changed, priority);
          const roles = upserts.map((item) => sampleRole(item.name, { priority: item.priority }));
          store.apply(
            delta(index + 1, { upserts: { roles }, removals: { roles: removals.map((id) => `role-${id}`) } }),
          );
        }
        const found = store.current()?.snapshot.roles.map((role) => [role.name, role.priority]);
        expect(found).toEqual([...expected]);
      }),
    );
  });
});

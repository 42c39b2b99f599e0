import { expect, test } from 'vitest';
import { clusterView } from '#shared/model/cluster-view';
import { sampleMigration, sampleOperation } from '../../../../tests/support/sample-objects';
import { sampleSnapshot } from '../../../../tests/support/sample-snapshot';
import { withMigrations } from './with-migrations';

const queued = sampleOperation({
  command: 'role.liveMigrate',
  target: { kind: 'role', name: 'SQL-01' },
  migration: sampleMigration({ step: 0, to: '', current: null, bytes: 0 }),
});

test.each([
  [1, 1],
  [2, 2],
  [3, 3],
])('a migration that Windows says is in state %i waits no longer: it is in step %i', (state, step) => {
  const told = new Map([['sql-01', { state, percent: 16, since: 0 }]]);
  expect(withMigrations([queued], told, null)).toMatchObject([{ migration: { step }, progress: { percent: 16 } }]);
});

test('a migration that waits for a slot is not in its setup, whatever Windows says of it', () => {
  const told = new Map([['sql-01', { state: 1, percent: 0, since: 0 }]]);
  const roles = { 'SQL-01': { state: 'Pending', statusInformation: 'Queued' } } as const;
  expect(withMigrations([queued], told, clusterView(sampleSnapshot({ roles })))).toEqual([queued]);
});

test('a migration that Windows says nothing of stays as it is', () => {
  const told = new Map([['web-01', { state: 2, percent: 16, since: 0 }]]);
  expect(withMigrations([queued], told, null)).toEqual([queued]);
});

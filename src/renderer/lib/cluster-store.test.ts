import { expect, it } from 'vitest';
import { clusterError } from '#shared/model/cluster-error';
import { sampleSnapshot } from '../../../tests/support/sample-snapshot';
import { clusterStore } from './cluster-store';

it('lets the data grow old while its connection is lost, however often that is told', () => {
  let now = 1000;
  const store = clusterStore({ resynchronise: () => undefined, schedule: () => undefined, now: () => now });
  store.apply({ kind: 'snapshot', revision: 1, snapshot: sampleSnapshot() });
  for (const moment of [5000, 9000]) {
    now = moment;
    store.apply({ kind: 'connection', connection: { status: 'lost', error: clusterError('timeout', 'It hangs.') } });
  }
  expect(store.reading).toMatchObject({ updatedAt: 1000, connectionSince: 5000 });
});

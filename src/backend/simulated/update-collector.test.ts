import { expect, test } from 'vitest';
import { startCluster } from '#simulator/testing/test-cluster';
import { createUpdateCollector } from './update-collector';

test('a collector shows the newest thousand operations and takes older ones away', () => {
  const { cluster } = startCluster();
  const collector = createUpdateCollector({ cluster, firstRevision: 1, sequenceOffset: 0 });
  const pace = { speed: 1, paused: true };
  const fill = (count: number): void => {
    for (let refused = 0; refused < count; refused += 1) cluster.execute('role.bringOnline', { role: 'Nobody' });
  };
  fill(1000);
  const [first] = collector.collect(pace);
  expect(first?.kind === 'snapshot' && first.snapshot.operations.length).toBe(1000);
  fill(5);
  const [second] = collector.collect(pace);
  expect(second?.kind === 'delta' && second.delta.removals.operations).toEqual(
    [1, 2, 3, 4, 5].map((number) => `operation-${number}`),
  );
});

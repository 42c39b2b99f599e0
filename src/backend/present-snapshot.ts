import type { ClusterSnapshot } from '#shared/model/snapshot';
import type { ClusterBackend } from './cluster-backend';

/** The cluster as a backend knows it now; undefined before the first snapshot. */
export function presentSnapshot(backend: ClusterBackend): ClusterSnapshot | undefined {
  let snapshot: ClusterSnapshot | undefined;
  const stop = backend.subscribe((update) => {
    if (update.kind === 'snapshot') snapshot = update.snapshot;
  });
  stop();
  return snapshot;
}

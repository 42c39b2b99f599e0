import type { ClusterAccess } from '../../lib/cluster-context';
import { formatCount } from '../../lib/format/numbers';

/** What is lost when a connection ends now, a sentence each: files that nobody took, and how running tasks end. */
export function disconnectLosses({ client, store }: ClusterAccess): readonly string[] {
  const { operations } = store.reading.view.snapshot;
  const running = operations
    .filter(
      ({ outcome, parent, initiator }) => outcome === 'running' && parent === null && initiator === 'administrator',
    )
    .map(({ title }) => `"${title}" still runs: how it ends is not shown here any more.`);
  const files = operations.flatMap(({ id, title, files = [] }) => {
    const left = files.filter(({ name }) => !client.isTaken(id, name)).length;
    return left === 0
      ? []
      : [`"${title}": ${formatCount(left, 'file')} neither saved nor opened ${left === 1 ? 'is' : 'are'} lost.`];
  });
  return [...running, ...files];
}

import { useEffect, useState } from 'react';
import type { Operation } from '#shared/model/operation';
import { useClusterAccess } from '../../lib/cluster-context';

/** Outcomes that wait to be read. */
export interface EndedOperations {
  readonly operations: readonly Operation[];
  readonly dismiss: (id: string) => void;
}

/** Outcomes that are shown at the same time. */
const limit = 3;

/** What an administrator started and what ended since, newest last. */
export function useEndedOperations(): EndedOperations {
  const { store } = useClusterAccess();
  const [operations, setOperations] = useState<readonly Operation[]>([]);
  useEffect(() => {
    // What had ended before the first snapshot is no news.
    let known = store.reading.loaded ? idsOf(endedOnes(store.reading.view.snapshot.operations)) : null;
    return store.subscribe(() => {
      if (!store.reading.loaded) return;
      const now = endedOnes(store.reading.view.snapshot.operations);
      const before = known;
      const ended = before === null ? [] : now.filter(({ id }) => !before.has(id));
      known = idsOf(now);
      if (ended.length > 0) setOperations((shown) => [...shown, ...ended].slice(-limit));
    });
  }, [store]);
  return {
    operations,
    dismiss: (id) => setOperations((before) => before.filter((operation) => operation.id !== id)),
  };
}

function endedOnes(operations: readonly Operation[]): readonly Operation[] {
  return operations.filter(
    (operation) =>
      operation.outcome !== 'running' &&
      operation.parent === null &&
      operation.initiator === 'administrator' &&
      !wasRefused(operation),
  );
}

/** What was refused at once was answered so: a notice says it. */
function wasRefused({ outcome, startedAt, endedAt }: Operation): boolean {
  return outcome === 'failed' && startedAt === endedAt;
}

function idsOf(operations: readonly Operation[]): ReadonlySet<string> {
  return new Set(operations.map(({ id }) => id));
}

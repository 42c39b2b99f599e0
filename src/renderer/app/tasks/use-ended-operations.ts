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
    let running = runningIds(store.reading.view.snapshot.operations);
    return store.subscribe(() => {
      const now = store.reading.view.snapshot.operations;
      const ended = now.filter(({ id, outcome }) => outcome !== 'running' && running.has(id));
      running = runningIds(now);
      if (ended.length > 0) setOperations((before) => [...before, ...ended].slice(-limit));
    });
  }, [store]);
  return {
    operations,
    dismiss: (id) => setOperations((before) => before.filter((operation) => operation.id !== id)),
  };
}

function runningIds(operations: readonly Operation[]): ReadonlySet<string> {
  const ours = operations.filter(({ outcome, parent }) => outcome === 'running' && parent === null);
  return new Set(ours.filter(({ initiator }) => initiator === 'administrator').map(({ id }) => id));
}

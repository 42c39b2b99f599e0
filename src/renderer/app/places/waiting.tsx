import { useEffect, useState } from 'react';
import { useClusterAccess, useReading } from '../../lib/cluster-context';
import { EmptyState } from '../../ui/empty-state';
import { RestoreConnection } from '../chrome/restore-connection';

/** How long the place stays empty before it says that it waits. Milliseconds. */
const patience = 600;

/** Stands where a place will be, until the first snapshot is there. Words come only when it takes longer than usual. */
export function Waiting() {
  const { connection } = useClusterAccess();
  const state = useReading((reading) => reading.connection);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div data-pane="place" tabIndex={-1} aria-busy={state.status === 'connecting'}>
      {state.status === 'lost' ? (
        <EmptyState>
          {state.error.message} {state.error.advice} <RestoreConnection />
        </EmptyState>
      ) : late ? (
        <EmptyState>Reading {connection.name}…</EmptyState>
      ) : null}
    </div>
  );
}

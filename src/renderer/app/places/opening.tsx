import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useClusterAccess, useReading } from '../../lib/cluster-context';
import { EmptyState } from '../../ui/empty-state';
import { RestoreConnection } from '../chrome/restore-connection';

const useStyles = makeStyles({
  root: { display: 'flex', height: '100%' },
  side: { width: '264px', flexShrink: 0, backgroundColor: tokens.colorNeutralBackground2 },
  left: { borderRight: `1px solid ${tokens.colorNeutralStroke2}` },
  middle: { flexGrow: 1, minWidth: 0 },
});

/** How long the frame stays empty before it says that it waits. Milliseconds. */
const patience = 600;

/** The window's frame until the first snapshot is there. Words come only when it takes longer than usual. */
export function Opening() {
  const styles = useStyles();
  const { connection } = useClusterAccess();
  const state = useReading((reading) => reading.connection);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.root} aria-busy>
      <div className={`${styles.side} ${styles.left}`} />
      <div className={styles.middle}>
        {state.status === 'lost' ? (
          <EmptyState>
            {state.error.message} {state.error.advice} <RestoreConnection />
          </EmptyState>
        ) : late ? (
          <EmptyState>Reading {connection.name}…</EmptyState>
        ) : null}
      </div>
    </div>
  );
}

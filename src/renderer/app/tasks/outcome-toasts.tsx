import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Operation } from '#shared/model/operation';
import { ClusterProvider, useClusterAccess } from '../../lib/cluster-context';
import { useClusters } from '../../lib/clusters-context';
import { Message } from '../../ui/message';
import { useClusterName } from '../clusters/standings-context';
import { ResultsInPlace } from './result-files';
import { explanationOf, outcomeInWords } from './task-list';
import { useEndedOperations } from './use-ended-operations';

const useStyles = makeStyles({
  root: {
    position: 'fixed',
    right: '16px',
    bottom: '38px',
    width: '380px',
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
  toast: { boxShadow: tokens.shadow16, backgroundColor: tokens.colorNeutralBackground1 },
});

/** A good outcome goes by itself after this time; one that needs to be read stays. Milliseconds. */
const goodNews = 6000;

interface OutcomeToastsProps {
  /** Whether the tasks of the cluster that is shown are out of sight. */
  readonly hidesTasks: boolean;
}

/** The outcome of what was started and would end out of sight: in other clusters, and here while the tasks are hidden. */
export function OutcomeToasts({ hidesTasks }: OutcomeToastsProps) {
  const styles = useStyles();
  const clusters = useClusters();
  const present = useClusterAccess();
  return (
    <div className={styles.root}>
      {clusters
        .filter((access) => access.connection.open && (hidesTasks || access !== present))
        .map((access) => (
          <ClusterProvider key={access.connection.id} access={access}>
            <ClusterToasts isElsewhere={access !== present} />
          </ClusterProvider>
        ))}
    </div>
  );
}

function ClusterToasts({ isElsewhere }: { readonly isElsewhere: boolean }) {
  const styles = useStyles();
  const { title } = useClusterName();
  const { operations, dismiss } = useEndedOperations();
  // What brought files back stands above the place, where it covers nothing.
  const told = operations.filter(({ files }) => isElsewhere || files === undefined);
  return told.map((operation) => (
    <div key={operation.id} className={styles.toast}>
      <OutcomeToast
        operation={operation}
        cluster={isElsewhere ? title : null}
        onDismiss={() => dismiss(operation.id)}
      />
    </div>
  ));
}

interface OutcomeToastProps {
  readonly operation: Operation;
  /** The cluster in which it ended; null: the one that is shown. */
  readonly cluster: string | null;
  readonly onDismiss: () => void;
}

function OutcomeToast({ operation, cluster, onDismiss }: OutcomeToastProps) {
  const { tone, text } = outcomeInWords(operation);
  // What brought something back stays until it was seen.
  const good = operation.outcome === 'succeeded' && operation.files === undefined;
  useEffect(() => {
    if (!good) return;
    const timer = setTimeout(onDismiss, goodNews);
    return () => clearTimeout(timer);
    // The timer begins once, when the outcome is shown.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [good]);
  return (
    <Message
      tone={tone === 'ok' || tone === 'error' ? tone : 'warn'}
      title={`${cluster === null ? '' : `${cluster}: `}${operation.title}: ${text.toLowerCase()}.`}
      onDismiss={onDismiss}
    >
      {explanationOf(operation)} <ResultsInPlace operation={operation} />
    </Message>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Operation } from '#shared/model/operation';
import { Message } from '../../ui/message';
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

/** The outcome of what was started, while the tasks are hidden and it would be out of sight. */
export function OutcomeToasts() {
  const styles = useStyles();
  const { operations, dismiss } = useEndedOperations();
  return (
    <div className={styles.root}>
      {operations.map((operation) => (
        <div key={operation.id} className={styles.toast}>
          <OutcomeToast operation={operation} onDismiss={() => dismiss(operation.id)} />
        </div>
      ))}
    </div>
  );
}

interface OutcomeToastProps {
  readonly operation: Operation;
  readonly onDismiss: () => void;
}

function OutcomeToast({ operation, onDismiss }: OutcomeToastProps) {
  const { tone, text } = outcomeInWords(operation);
  const good = operation.outcome === 'succeeded';
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
      title={`${operation.title}: ${text.toLowerCase()}.`}
      onDismiss={onDismiss}
    >
      {explanationOf(operation)}
    </Message>
  );
}

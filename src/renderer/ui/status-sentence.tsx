import { makeStyles } from '@fluentui/react-components';
import type { StatusWords } from '../lib/tone';
import { ToneIcon } from './status';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'flex-start', gap: '6px', margin: 0, maxWidth: '80ch' },
  icon: { flexShrink: 0, paddingTop: '1px' },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
});

/** A state in a whole sentence, which may take several lines. */
export function StatusSentence({ tone, text }: StatusWords) {
  const styles = useStyles();
  return (
    <p className={styles.root}>
      <span className={styles.icon}>
        <ToneIcon tone={tone} />
      </span>
      <span className={styles.text}>{text}</span>
    </p>
  );
}

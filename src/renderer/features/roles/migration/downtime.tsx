import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ToneIcon } from '../../../ui/status';
import type { DowntimeBlock } from './migration-view';

const useStyles = makeStyles({
  root: { margin: 0, display: 'flex', flexDirection: 'column' },
  heading: { color: tokens.colorNeutralForeground3 },
  figure: { margin: 0, fontSize: '20px', lineHeight: '28px', fontVariantNumeric: 'tabular-nums' },
  meaning: { margin: 0, color: tokens.colorNeutralForeground2, display: 'flex', alignItems: 'center', gap: '6px' },
  warn: { color: tokens.colorNeutralForeground1 },
});

/** How long the machine does not run, and what its clients notice. */
export function Downtime({ block }: { readonly block: DowntimeBlock }) {
  const styles = useStyles();
  return (
    <dl className={styles.root}>
      <dt className={styles.heading}>{block.heading}</dt>
      <dd className={styles.figure} title={block.exact}>
        {block.figure}
      </dd>
      <dd className={mergeClasses(styles.meaning, block.tone === 'warn' && styles.warn)}>
        {block.tone === undefined ? null : <ToneIcon tone={block.tone} />}
        {block.meaning}
      </dd>
    </dl>
  );
}

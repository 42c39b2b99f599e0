import { makeStyles, tokens } from '@fluentui/react-components';
import { useWindowActions } from '../../app/window-context';
import { LinkButton } from '../../ui/link-button';
import { ToneIcon } from '../../ui/status';
import type { Problem } from './problem';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: '16px max-content max-content minmax(0, 1fr)',
    columnGap: '12px',
    rowGap: '4px',
    margin: 0,
    padding: 0,
  },
  line: { display: 'contents', listStyleType: 'none' },
  icon: { paddingTop: '1px' },
  name: { fontWeight: tokens.fontWeightSemibold, maxWidth: '28ch' },
  kind: { color: tokens.colorNeutralForeground3 },
});

/** What is wrong: the thing, how it is, and why. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const styles = useStyles();
  const actions = useWindowActions();
  return (
    <ul className={styles.list}>
      {problems.map(({ object, kind, status, reason }) => (
        <li key={`${object.kind}/${object.name}`} className={styles.line}>
          <span className={styles.icon}>
            <ToneIcon tone={status.tone} />
          </span>
          <span className={styles.name}>
            <LinkButton onClick={() => actions.reveal(object)}>{object.name}</LinkButton>
          </span>
          <span>
            {status.text} <span className={styles.kind}>{kind}</span>
          </span>
          <span>{reason}</span>
        </li>
      ))}
    </ul>
  );
}

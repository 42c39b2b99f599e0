import { makeStyles, tokens } from '@fluentui/react-components';
import { useClusterAccess } from '../../lib/cluster-context';
import { formatCount } from '../../lib/format/numbers';
import { LinkButton } from '../../ui/link-button';
import { useClusterNames, useStandings } from '../clusters/standings-context';
import { useWindowActions } from '../window-context';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    flexShrink: 0,
    padding: '5px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
  },
});

/** What runs in other clusters: their tasks are not mixed with those of this one, and are not forgotten. */
export function OtherTasks() {
  const styles = useStyles();
  const present = useClusterAccess();
  const actions = useWindowActions();
  const names = useClusterNames();
  const busy = useStandings().filter(({ access, running }) => access !== present && running > 0);
  if (busy.length === 0) return null;
  return (
    <div className={styles.root}>
      {busy.map(({ access: { connection }, running }) => (
        <LinkButton key={connection.id} onClick={() => actions.showCluster(connection.id)}>
          {formatCount(running, 'task')} running in {names.get(connection.id)?.title}
          {connection.capabilities.training ? ' (training)' : ''}
        </LinkButton>
      ))}
    </div>
  );
}

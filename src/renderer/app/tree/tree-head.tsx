import { Button, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { useId } from 'react';
import { useAppAccess } from '../../lib/app-context';
import { connectionTitles, reachingReal } from '../connections/connection-act';
import { useWindowActions } from '../window-context';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexShrink: 0,
    height: '34px',
    padding: '0 6px 0 12px',
  },
  title: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
});

/** The line over the tree: what it lists, and the way to one more. */
export function TreeHead() {
  const styles = useStyles();
  const describedBy = useId();
  const { app } = useAppAccess();
  const actions = useWindowActions();
  const reach = reachingReal(app);
  const label = connectionTitles.add;
  return (
    <div className={styles.root}>
      <h2 className={styles.title}>Clusters</h2>
      <Tooltip content={reach.available ? `${label}…` : reach.reason} relationship="inaccessible" withArrow>
        <Button
          size="small"
          appearance="subtle"
          icon={<Add16Regular />}
          aria-label={label}
          aria-haspopup="dialog"
          aria-describedby={reach.available ? undefined : describedBy}
          disabledFocusable={!reach.available}
          onClick={() => actions.connection('add', null)}
        />
      </Tooltip>
      {reach.available ? null : (
        <span id={describedBy} hidden>
          {reach.reason}
        </span>
      )}
    </div>
  );
}

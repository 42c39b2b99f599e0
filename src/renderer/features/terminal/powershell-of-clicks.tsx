import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { isCommandName } from '#shared/commands/catalogue';
import { scriptOf } from '../../app/show-powershell';
import { useCluster } from '../../lib/cluster-context';
import { EmptyState } from '../../ui/empty-state';

const useStyles = makeStyles({
  list: { flexGrow: 1, minHeight: 0, overflow: 'auto', margin: 0, padding: '4px 12px', listStyleType: 'none' },
  title: { color: tokens.colorNeutralForeground3 },
  code: {
    margin: '0 0 8px',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '12px',
    lineHeight: '18px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
});

/** As many of the newest as are shown. */
const shown = 100;

/** The cmdlets behind what was done in the window, newest first. */
export function PowerShellOfClicks() {
  const styles = useStyles();
  const operations = useCluster((view) => view.snapshot.operations);
  const view = useCluster((present) => present);
  const entries = useMemo(
    () =>
      operations
        .filter(({ initiator, parent }) => initiator === 'administrator' && parent === null)
        .slice(-shown)
        .reverse()
        .flatMap(({ id, title, command, input }) => {
          const code = isCommandName(command) ? scriptOf(command, input, view) : null;
          return code === null ? [] : [{ id, title, code }];
        }),
    // Names and Ids of that moment are good enough; each change of the cluster would render all of it anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [operations],
  );
  if (entries.length === 0) return <EmptyState>What you do in the window stands here as its cmdlet.</EmptyState>;
  return (
    <ul className={styles.list} aria-label="PowerShell of what was done" tabIndex={0}>
      {entries.map(({ id, title, code }) => (
        <li key={id}>
          <div className={styles.title}># {title}</div>
          <pre className={styles.code}>{code}</pre>
        </li>
      ))}
    </ul>
  );
}

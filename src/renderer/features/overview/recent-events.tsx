import { makeStyles, tokens } from '@fluentui/react-components';
import { useWindowActions } from '../../app/window-context';
import { useCluster, useTimeScale } from '../../lib/cluster-context';
import { exactTime, briefTime } from '../../lib/format/time';
import { DetailsSection } from '../../ui/details-section';
import { LinkButton } from '../../ui/link-button';
import { Status } from '../../ui/status';
import { levelStatus, useEvents } from '../events';
import { eventsRead } from './events-read';
import { lineSource, recentLines } from './recent-lines';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content max-content max-content minmax(0, 1fr)',
    columnGap: '16px',
    rowGap: '3px',
    margin: '0 0 6px',
    padding: 0,
  },
  line: { display: 'contents', listStyleType: 'none' },
  faint: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  message: { overflowWrap: 'anywhere' },
  quiet: { margin: '0 0 6px', color: tokens.colorNeutralForeground3 },
});

/** More than is shown: a burst of warnings must not hide what is worse and a little older. */
const search = { levels: ['critical', 'error', 'warning'], limit: 50 } as const;

/** Lines that are shown. */
const most = 8;

/** The latest events that tell of something wrong. */
export function RecentEvents() {
  const styles = useStyles();
  const scale = useTimeScale();
  const actions = useWindowActions();
  const { events, loading, loadingOlder } = useEvents(search, most);
  const pending = useCluster((view) => eventsRead(view, scale === 'real').pending);
  const unread = useCluster((view) => eventsRead(view, scale === 'real').unread.join(', '));
  const lines = recentLines(events).slice(0, most);
  return (
    <DetailsSection title="Recent warnings and errors">
      {lines.length > 0 ? null : (
        <p className={styles.quiet} role="status">
          {pending || loading || loadingOlder ? 'Reading events…' : unread === '' ? 'None so far.' : 'None known.'}
        </p>
      )}
      {unread === '' ? null : <Status tone="warn" text={`Events could not be read of: ${unread}`} />}
      <ul className={styles.list} aria-label="Recent warnings and errors">
        {lines.map((line) => (
          <li key={line.event.sequence} className={styles.line}>
            <Status {...levelStatus(line.event.level)} />
            <span className={styles.faint} title={exactTime(line.event.time, scale)}>
              {briefTime(line.event.time, scale)}
            </span>
            <span className={styles.faint} title={line.nodes.join(', ')}>
              {lineSource(line)}
            </span>
            <span className={styles.message}>
              {line.event.message}
              {line.count === 1 ? null : <span className={styles.faint}> {line.count} times</span>}
            </span>
          </li>
        ))}
      </ul>
      <LinkButton onClick={() => actions.navigate({ kind: 'events' })}>All cluster events</LinkButton>
    </DetailsSection>
  );
}

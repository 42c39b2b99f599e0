import { makeStyles, tokens } from '@fluentui/react-components';
import { useWindowActions } from '../../app/window-context';
import { useTimeScale } from '../../lib/cluster-context';
import { exactTime, briefTime } from '../../lib/format/time';
import { DetailsSection } from '../../ui/details-section';
import { LinkButton } from '../../ui/link-button';
import { Status } from '../../ui/status';
import { levelStatus, useEvents } from '../events';

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
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

const search = { levels: ['critical', 'error', 'warning'], limit: 8 } as const;

/** The latest events that tell of something wrong. */
export function RecentEvents() {
  const styles = useStyles();
  const scale = useTimeScale();
  const actions = useWindowActions();
  const { events, loading, loadingOlder } = useEvents(search, search.limit);
  const latest = events.slice(0, search.limit);
  return (
    <DetailsSection title="Recent warnings and errors">
      {latest.length === 0 && !loading && !loadingOlder ? <p className={styles.quiet}>None so far.</p> : null}
      <ul className={styles.list} aria-label="Recent warnings and errors">
        {latest.map((event) => (
          <li key={event.sequence} className={styles.line}>
            <Status {...levelStatus(event.level)} />
            <span className={styles.faint} title={exactTime(event.time, scale)}>
              {briefTime(event.time, scale)}
            </span>
            <span className={styles.faint}>
              {event.id} {event.node}
            </span>
            <span className={styles.message}>{event.message}</span>
          </li>
        ))}
      </ul>
      <LinkButton onClick={() => actions.navigate({ kind: 'events' })}>All cluster events</LinkButton>
    </DetailsSection>
  );
}

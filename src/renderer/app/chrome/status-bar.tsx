import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import { useClusterAccess, useReading } from '../../lib/cluster-context';
import { equalFields } from '../../lib/equality';
import { clockTime, formatTime } from '../../lib/format/time';
import type { StatusWords } from '../../lib/tone';
import { Status } from '../../ui/status';
import { useToneStyles } from '../../ui/tone-styles';
import { reachedBy, reachedExactly } from '../connections/place-words';
import { problemSentence } from '../problems/problem-counts';
import { fullName } from '../clusters/cluster-names';
import { useClusterName, useProblemCounts } from '../clusters/standings-context';
import { DataAge } from './data-age';
import { connectionInWords, nodesInWords, quorumInWords } from './status-words';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '16px',
    flexShrink: 0,
    height: '26px',
    padding: '0 12px',
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    fontSize: '12px',
    fontVariantNumeric: 'tabular-nums',
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // How it is reached gives way first, then why the connection is lost: both can be read elsewhere too.
  connection: { display: 'flex', flexShrink: 1, minWidth: '170px' },
  place: { flexShrink: 100_000, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  space: { flexGrow: 1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  readOnly: { display: 'inline-flex', alignItems: 'center', gap: '4px', fontWeight: tokens.fontWeightSemibold },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

/** The honest line at the bottom: connection, quorum, nodes, what is wrong; age of the data, simulated time and speed. */
export function StatusBar() {
  const styles = useStyles();
  const { connection: opened } = useClusterAccess();
  const cluster = fullName(useClusterName());
  const loaded = useReading((reading) => reading.loaded);
  const connection = useReading(
    ({ connection: state, connectionSince, loaded: isThere }) =>
      connectionInWords({
        cluster,
        open: opened.open,
        loaded: isThere,
        state,
        since: clockTime(connectionSince),
      }),
    equalFields,
  );
  const quorum = useReading(({ view }) => quorumInWords(view), equalFields);
  const nodes = useReading(({ view }) => nodesInWords(view), equalFields);
  const onlyLooks = useReading(({ connection: state }) => state.status === 'connected' && state.onlyLooks === true);
  const place = opened.draft?.place;
  const problems = problemSentence(useProblemCounts());
  return (
    <footer className={styles.bar} aria-label="Status" data-pane="status">
      <span className={styles.connection}>
        <Status {...connection} />
      </span>
      {place === undefined ? null : (
        <span className={mergeClasses(styles.quiet, styles.place)} title={reachedExactly(place)}>
          {reachedBy(place)}
        </span>
      )}
      {opened.capabilities.readOnly || onlyLooks ? (
        <span
          className={styles.readOnly}
          title={onlyLooks ? 'The endpoint lets this account only look.' : 'It was chosen for this connection.'}
        >
          <LockClosed16Regular aria-hidden />
          Read-only
        </span>
      ) : null}
      {loaded ? (
        <>
          <Words {...quorum} />
          <Words {...nodes} />
          {problems === null ? null : <Words {...problems} />}
        </>
      ) : null}
      <span className={styles.space} />
      {loaded ? (
        <span className={styles.quiet}>
          <DataAge />
        </span>
      ) : null}
      <SimulatedTime />
    </footer>
  );
}

/** Plain where all is well; in the colour of its tone where not. The words say it too. */
function Words({ tone, text }: StatusWords) {
  const styles = useStyles();
  const tones = useToneStyles();
  const wrong = tone === 'error' || tone === 'warn';
  return <span className={wrong ? mergeClasses(tones[tone], styles.strong) : undefined}>{text}</span>;
}

function SimulatedTime() {
  const styles = useStyles();
  const text = useReading(({ clock }) =>
    clock === null ? null : `${formatTime(clock.now, 'simulated')} · ${clock.paused ? 'paused' : `${clock.speed}x`}`,
  );
  return text === null ? null : <span className={styles.quiet}>{text}</span>;
}

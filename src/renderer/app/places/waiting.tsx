import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { useClusterAccess, useReading } from '../../lib/cluster-context';
import { Status } from '../../ui/status';
import { Notices } from '../chrome/notices';
import { RestoreConnection } from '../chrome/restore-connection';
import { useClusterName } from '../clusters/standings-context';
import { opensDialog, reachingReal, type ConnectionAct } from '../connections/connection-act';
import { reachedExactly } from '../connections/place-words';
import { useWindowActions } from '../window-context';
import { TitleLine } from './title-line';

const useStyles = makeStyles({
  place: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    outlineStyle: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  body: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '10px',
    padding: '8px 12px',
    maxWidth: '72ch',
    overflowWrap: 'anywhere',
  },
  state: { display: 'flex', fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, lineHeight: '20px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingTop: '4px' },
});

/** How long the place stays empty before it says that it waits. Milliseconds. */
const patience = 600;

/** Stands where a place will be, until there is something to show: how the connection stands, why, and what can be done. */
export function Waiting() {
  const styles = useStyles();
  const { connection } = useClusterAccess();
  const state = useReading((reading) => reading.connection);
  const isBusy = connection.open && state.status !== 'lost';
  return (
    <div data-pane="place" tabIndex={-1} className={styles.place} aria-busy={isBusy}>
      {connection.open ? null : <Notices />}
      {!connection.open ? (
        <Closed />
      ) : state.status === 'lost' ? (
        <Page state={<Status tone="error" text="It could not be opened" />} acts={<Failed />}>
          <p className={styles.text}>
            {state.error.message}
            {state.error.code === null ? '' : ` (Windows error ${state.error.code})`}
          </p>
          {state.error.advice === null ? null : <p className={styles.text}>{state.error.advice}</p>}
        </Page>
      ) : (
        <Opening />
      )}
    </div>
  );
}

interface PageProps {
  readonly state: ReactNode;
  readonly acts: ReactNode;
  readonly children?: ReactNode;
}

function Page({ state, acts, children }: PageProps) {
  const styles = useStyles();
  const { connection } = useClusterAccess();
  const { title } = useClusterName();
  const place = connection.draft?.place;
  return (
    <>
      <TitleLine title={title} summary={[]} />
      <div className={styles.body}>
        <div className={styles.state} role="status">
          {state}
        </div>
        {children}
        {place === undefined ? null : <p className={styles.quiet}>Reached by: {reachedExactly(place)}</p>}
        <div className={styles.buttons}>{acts}</div>
      </div>
    </>
  );
}

/** Words come only when it takes longer than usual. */
function Opening() {
  const { connection } = useClusterAccess();
  const { title } = useClusterName();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  const acts = connection.draft === null ? null : <ActButton act="close">Cancel</ActButton>;
  return <Page state={<Spinner size="extra-tiny" label={`Reading ${title}…`} />} acts={acts} />;
}

function Closed() {
  const styles = useStyles();
  const acts = (
    <>
      <ActButton act="open" primary>
        Connect
      </ActButton>
      <ActButton act="edit">Edit…</ActButton>
      <ActButton act="test">Test…</ActButton>
    </>
  );
  return (
    <Page state={<Status tone="off" text="Not connected" />} acts={acts}>
      <p className={styles.text}>Nothing is read from this cluster while it is not connected.</p>
    </Page>
  );
}

function Failed() {
  const { connection } = useClusterAccess();
  return (
    <>
      <RestoreConnection />
      {connection.draft === null ? null : (
        <>
          <ActButton act="edit">Edit…</ActButton>
          <ActButton act="test">Test…</ActButton>
          <ActButton act="close">Disconnect</ActButton>
        </>
      )}
    </>
  );
}

interface ActButtonProps {
  readonly act: ConnectionAct;
  readonly primary?: true;
  readonly children: ReactNode;
}

function ActButton({ act, primary, children }: ActButtonProps) {
  const { app, connection } = useClusterAccess();
  const actions = useWindowActions();
  const reach = act === 'open' || act === 'test' ? reachingReal(app) : null;
  const reason = reach === null || reach.available ? undefined : reach.reason;
  return (
    <Button
      size="small"
      appearance={primary === true ? 'primary' : 'secondary'}
      disabledFocusable={reason !== undefined}
      title={reason}
      aria-description={reason}
      aria-haspopup={opensDialog(act) ? 'dialog' : undefined}
      onClick={() => actions.connection(act, connection.id)}
    >
      {children}
    </Button>
  );
}

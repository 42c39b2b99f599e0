import { useClusterAccess, useReading } from '../../lib/cluster-context';
import { clockTime } from '../../lib/format/time';
import { Message } from '../../ui/message';
import { fullName } from '../clusters/cluster-names';
import { useClusterName } from '../clusters/standings-context';
import { useShell } from '../shell-context';
import { RestoreConnection } from './restore-connection';

/** A lost connection, and what was refused or failed with what to do about it, until it is dismissed. */
export function Notices() {
  const { state, dispatch } = useShell();
  const { connection } = useClusterAccess();
  const notices = state.notices.filter((notice) => notice.connection === null || notice.connection === connection.id);
  return (
    <>
      <LostConnection />
      {notices.map(({ id, title, error }) => (
        <Message key={id} tone="error" title={title} onDismiss={() => dispatch({ kind: 'dismissed', notice: id })}>
          {error.message}
          {error.advice === null ? '' : ` ${error.advice}`}
          {error.code === null ? '' : ` (Windows error ${error.code})`}
        </Message>
      ))}
    </>
  );
}

function LostConnection() {
  const state = useReading((reading) => reading.connection);
  const since = useReading(({ connectionSince }) => clockTime(connectionSince));
  const name = fullName(useClusterName());
  if (state.status !== 'lost') return null;
  return (
    <Message tone="error" title={`The connection to ${name} was lost at ${since}. What is shown is older than that.`}>
      {state.error.message} {state.error.advice} <RestoreConnection />
    </Message>
  );
}

import { Button } from '@fluentui/react-components';
import { useClusterAccess, useReading } from '../../lib/cluster-context';
import { Message } from '../../ui/message';
import { useCarryOut } from '../actions/use-carry-out';
import { useShell } from '../shell-context';

/** A lost connection, and what was refused or failed with what to do about it, until it is dismissed. */
export function Notices() {
  const { state, dispatch } = useShell();
  return (
    <>
      <LostConnection />
      {state.notices.map(({ id, title, error }) => (
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
  const { connection } = useClusterAccess();
  const carryOut = useCarryOut();
  const state = useReading((reading) => reading.connection);
  if (state.status !== 'lost') return null;
  return (
    <Message tone="error" title={`The connection to ${connection.name} is lost. What is shown may be out of date.`}>
      {state.error.message} {state.error.advice}{' '}
      <Button size="small" onClick={() => carryOut({ kind: 'refresh' })}>
        Try Again
      </Button>
    </Message>
  );
}

import { Message } from '../../ui/message';
import { useShell } from '../shell-context';

/** What was refused or failed, with what to do about it, until it is dismissed. */
export function Notices() {
  const { state, dispatch } = useShell();
  return state.notices.map(({ id, title, error }) => (
    <Message key={id} tone="error" title={title} onDismiss={() => dispatch({ kind: 'dismissed', notice: id })}>
      {error.message}
      {error.advice === null ? '' : ` ${error.advice}`}
      {error.code === null ? '' : ` (Windows error ${error.code})`}
    </Message>
  ));
}

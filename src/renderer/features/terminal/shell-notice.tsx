import { Button } from '@fluentui/react-components';
import { Message } from '../../ui/message';
import type { ShellState } from './session';

interface ShellNoticeProps {
  readonly state: ShellState;
  readonly onRestart: () => void;
}

/** Says why there is no shell, and how to have one. */
export function ShellNotice({ state, onRestart }: ShellNoticeProps) {
  if (state.kind === 'failed') {
    return (
      <Message tone="warn" title={state.error.message}>
        {state.error.advice}{' '}
        <Button size="small" onClick={onRestart}>
          Try again
        </Button>
      </Message>
    );
  }
  if (state.kind !== 'ended') return null;
  return (
    <Message tone="warn" title={`PowerShell ended with code ${state.code}.`}>
      <Button size="small" onClick={onRestart}>
        Start a new one
      </Button>
    </Message>
  );
}

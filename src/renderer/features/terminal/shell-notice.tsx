import { Button } from '@fluentui/react-components';
import { Message } from '../../ui/message';
import type { ShellState } from './session';

interface ShellNoticeProps {
  /** What ran, in words. */
  readonly program: string;
  readonly state: ShellState;
  readonly onRestart: () => void;
}

/** Says why nothing runs, and how to have it run. */
export function ShellNotice({ program, state, onRestart }: ShellNoticeProps) {
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
    <Message tone="warn" title={`${program} ended with code ${state.code}.`}>
      <Button size="small" onClick={onRestart}>
        Start again
      </Button>
    </Message>
  );
}

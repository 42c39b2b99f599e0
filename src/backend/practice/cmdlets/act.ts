import type { JsonValue, Operation } from '#shared/model/operation';
import { CmdletError, failureOf } from '../cmdlet-failure';
import type { CmdletRun } from '../cmdlet-run';

type Input = { readonly [key: string]: JsonValue };

function throwFailure(run: CmdletRun, operation: Operation): void {
  const { outcome, error, title, progress } = operation;
  if (outcome === 'failed' && error !== null) throw new CmdletError(failureOf(run.cmdlet, error));
  if (outcome === 'failed' || outcome === 'cancelled' || outcome === 'unknown')
    throw new CmdletError({
      win32: outcome === 'cancelled' ? 1223 : null,
      category: outcome === 'cancelled' ? 'OperationStopped' : 'NotSpecified',
      fqid: run.cmdlet,
      message: `${title}: ${outcome}. ${progress.text}`,
    });
}

/**
 * Runs a command and waits for its end as the cmdlets do: without `-Wait` as long as it takes, with 0 not at all, with a
 * number at most so many seconds. Throws when it is refused, and when it fails while it is waited for.
 */
export async function act(run: CmdletRun, command: string, input: Input): Promise<Operation> {
  return actFor(run, command, input, run.parameters.number('Wait') ?? null);
}

/** Runs a command and waits at most so many seconds; null: to its end. */
export async function actFor(
  run: CmdletRun,
  command: string,
  input: Input,
  seconds: number | null,
): Promise<Operation> {
  const operation = await run.cluster.start(run.cmdlet, command, input);
  if (operation.outcome !== 'running') {
    throwFailure(run, operation);
    return operation;
  }
  if (seconds === 0) return operation;
  if (run.cluster.clock()?.paused === true && !run.cluster.skipsWaiting)
    run.warn('The training clock is paused. The cmdlet waits until it runs again.');
  const settled = await run.cluster.settle(operation, seconds, run.signal);
  throwFailure(run, settled);
  if (settled.outcome === 'running' && seconds === null && !run.signal.aborted)
    throw new CmdletError({
      win32: 258,
      category: 'OperationTimeout',
      fqid: run.cmdlet,
      message: `${settled.title}: nothing is left that could end it. ${settled.progress.text}`.trim(),
    });
  return settled;
}

/** Runs a command that is over at once, or whose end no cmdlet waits for. */
export async function begin(run: CmdletRun, command: string, input: Input): Promise<Operation> {
  return actFor(run, command, input, 0);
}

import { clusterError, type ClusterError } from '#shared/model/cluster-error';
import type { JsonValue } from '#shared/model/operation';
import { failure, success, type Result } from '#shared/model/result';
import type { RealTime } from '../../real-time';
import { errorOfFail } from './agent-failure';
import type { AgentProcess } from './agent-launch';
import { withFate, type AgentLog, type AgentRequest, type AgentResult, type StartError } from './agent-request';
import { constrainedExitCode } from './bootstrap';
import { printable, textOfErrorOutput } from './clixml';
import { sessionLost } from './session-failure';
import { base64, decodeLine, encodeRequest, type Frame } from './frame';
import { createLineSplitter } from './line-splitter';
import { patientTimer } from './patient-timer';
import type { ProcessFollower } from './process-follower';

/** What the cluster said by itself: something of this kind and name changed. Both may be empty: anything did. */
export interface AgentPush {
  readonly what: string;
  readonly name: string;
}

/** One process of an agent that speaks the protocol. */
export interface AgentSession {
  /** Sends `open`; answers when the agent is ready. */
  open(args: { readonly [name: string]: JsonValue }, timeout: number): Promise<Result<null, StartError>>;
  /** One at a time. */
  request(request: AgentRequest): Promise<AgentResult>;
  /** Ends the process: by the end of its input, and by force when that is not enough. Resolves when it is gone. */
  close(): Promise<void>;
}

interface SessionOptions {
  readonly process: AgentProcess;
  readonly tag: string;
  /** The agent's script, sent before anything else. */
  readonly script: string;
  readonly time: RealTime;
  readonly log: AgentLog;
  readonly onPush: (push: AgentPush) => void;
  /** Called once, when the process is of no use any more. */
  readonly onEnd: () => void;
  readonly follower?: ProcessFollower;
}

/** Without any frame for so long (milliseconds) an agent is taken for dead: three heartbeats. */
const longestSilence = 16_000;
/** An agent that was told to stop or to end has so long (milliseconds). */
const grace = 2000;

/** So many lines of what was said before an agent is ready are kept. */
const mostHeld = 40;

interface Waiting {
  readonly onRows: ((rows: readonly JsonValue[]) => void) | undefined;
  readonly settle: (result: AgentResult) => void;
}

/** Begins to speak with a process that has just been started. */
export function createAgentSession(options: SessionOptions): AgentSession {
  const { process, tag, time, log, follower } = options;
  const waiting = new Map<number, Waiting>();
  const splitter = createLineSplitter();
  const errorSplitter = createLineSplitter();
  let lastId = 0;
  let ended: StartError | null = null;
  let stopListening = (): void => undefined;

  const end = (error: StartError): void => {
    if (ended !== null) return;
    ended = error;
    stopListening();
    for (const { settle } of [...waiting.values()]) settle(failure(withFate(error, 'unknown')));
    options.onEnd();
  };

  const kill = (error: StartError): void => {
    end(error);
    process.kill();
  };

  const babble = (what: string): void => {
    log('warn', `The agent babbles (${what}) and is ended.`);
    kill(crashed(`PowerShell's agent answered with ${what}, and was ended.`));
  };

  const hear = (): void => {
    stopListening();
    stopListening = patientTimer(time, longestSilence, () => {
      log('warn', 'The agent gives no sign of life and is ended.');
      kill(crashed(`PowerShell's agent gave no sign of life for ${longestSilence / 1000} seconds, and was ended.`));
    });
  };

  const receive = (frame: Frame): void => {
    if (frame.kind === 'beat') return;
    if (frame.kind === 'push') {
      options.onPush({ what: frame.what, name: frame.name });
      return;
    }
    if (frame.kind === 'note') {
      log('info', `${printable(frame.level)}: ${printable(frame.text)}`);
      return;
    }
    const asked = waiting.get(frame.id);
    if (asked === undefined) {
      babble(`an answer to request ${frame.id}, which nobody made`);
      return;
    }
    if (frame.kind === 'rows') asked.onRows?.(frame.rows);
    else if (frame.kind === 'done') asked.settle(success(frame.value));
    else {
      asked.settle(failedOf(frame));
      // The agent ends by itself now: nothing more must be sent to it.
      if (frame.fail.fqid.startsWith(sessionLost)) kill(errorOfFail(frame.fail));
    }
  };

  const readLine = (line: string): void => {
    if (ended !== null) return;
    const decoded = decodeLine(line, tag);
    if (decoded.kind === 'broken') {
      babble(decoded.reason);
      return;
    }
    if (decoded.kind === 'stray') {
      if (decoded.text.trim() !== '') log('info', `Output: ${printable(decoded.text)}`);
      return;
    }
    hear();
    receive(decoded.frame);
  };

  process.onOutput((chunk) => {
    if (ended !== null) return;
    const lines = splitter.push(chunk);
    if (lines === null) babble('a line that is too long');
    else lines.forEach(readLine);
  });
  /** What was said before the agent is ready: whoever follows the process may tell it better. Null: it is ready. */
  let held: readonly string[] | null = follower === undefined ? null : [];
  const release = (level: 'info' | 'warn'): void => {
    for (const text of held ?? []) log(level, `Error output: ${text}`);
    held = null;
  };
  const logError = (line: string): void => {
    if (follower?.errorLine(line) === true) return;
    const text = textOfErrorOutput(line);
    if (text === undefined) return;
    if (held === null) log('warn', `Error output: ${text}`);
    else held = [...held, text].slice(-mostHeld);
  };
  process.onErrorOutput((chunk) => (errorSplitter.push(chunk) ?? []).forEach(logError));
  process.onExit((reason, code) => {
    logError(errorSplitter.rest());
    const meaning = follower?.ended(code, reason) ?? null;
    release(meaning === null ? 'warn' : 'info');
    end(meaning ?? (code === constrainedExitCode ? constrained : crashed(`PowerShell's agent ${reason}.`)));
  });

  follower?.stop?.addEventListener('abort', () => process.kill(), { once: true });

  const ask = (op: string, request: Pick<AgentRequest, 'args' | 'onRows'>, settle: Waiting['settle']): number => {
    const id = ++lastId;
    waiting.set(id, {
      onRows: request.onRows,
      settle: (result) => {
        waiting.delete(id);
        settle(result);
      },
    });
    process.write(encodeRequest(id, op, request.args));
    return id;
  };

  const request = ({ signal, timeout, ...rest }: AgentRequest): Promise<AgentResult> =>
    new Promise((resolve) => {
      if (ended !== null) {
        resolve(failure(withFate(ended, 'notBegun')));
        return;
      }
      if (signal?.aborted === true) {
        resolve(failure(withFate(cancelled, 'notBegun')));
        return;
      }
      const cancels: (() => void)[] = [];
      const id = ask(rest.op, rest, (result) => {
        cancels.forEach((cancel) => cancel());
        resolve(result);
      });
      const stop = (): void => {
        ask('stop', { args: { id } }, () => undefined);
        cancels.push(patientTimer(time, grace, () => kill(cancelled)));
      };
      signal?.addEventListener('abort', stop, { once: true });
      cancels.push(() => signal?.removeEventListener('abort', stop));
      if (timeout === null) return;
      cancels.push(patientTimer(time, timeout, () => kill(late(timeout))));
    });

  process.write(`${base64(options.script)}\n`);
  return {
    request,
    open: async (args, timeout) => {
      const cancels: (() => void)[] = [];
      const answer = await new Promise<AgentResult>((resolve) => {
        if (ended !== null) {
          resolve(failure(withFate(ended, 'notBegun')));
          return;
        }
        const limit = (): void => {
          cancels.push(patientTimer(time, timeout, () => (follower?.isAsking() ? limit() : kill(slowStart(timeout)))));
        };
        limit();
        ask('open', { args: { ...args, tag } }, resolve);
      });
      cancels.forEach((cancel) => cancel());
      if (answer.ok) {
        release('info');
        follower?.ready();
        return success(null);
      }
      kill(answer.error);
      return failure({ stage: answer.error.fate === 'failed' ? 'modules' : 'agent', ...answer.error });
    },
    close: () => {
      end(closed);
      process.endInput();
      const stopKilling = time.after(grace, () => process.kill());
      return new Promise((resolve) => {
        process.onExit(() => {
          stopKilling();
          resolve();
        });
      });
    },
  };
}

/** The agent is sure that nothing of it was done. */
const stoppedBefore = 'Regroup.Stopped,NotBegun';

function failedOf({ fail }: Extract<Frame, { kind: 'fail' }>): AgentResult {
  const error = errorOfFail(fail);
  if (fail.fqid === stoppedBefore) return failure(withFate(error, 'notBegun'));
  // What was stopped or cut on its way may have done its work, or a part of it.
  const isUnknown = error.kind === 'cancelled' || fail.fqid.startsWith(sessionLost);
  return failure(withFate(error, isUnknown ? 'unknown' : 'failed'));
}

function crashed(message: string): ClusterError {
  return clusterError('agentCrashed', message, {
    advice: 'Regroup starts the agent again by itself; the log says more.',
  });
}

function late(timeout: number): ClusterError {
  return clusterError('timeout', `There was no answer within ${timeout / 1000} seconds, so the agent was ended.`, {
    advice: 'Look whether a node hangs, then try again.',
  });
}

function slowStart(timeout: number): ClusterError {
  return clusterError('timeout', `PowerShell's agent was not ready within ${timeout / 1000} seconds.`, {
    advice: 'Check that the node answers, then try again.',
  });
}

const cancelled = clusterError('cancelled', 'It was cancelled.');
const closed = clusterError('notConnected', 'The connection was closed.', { advice: 'Connect again.' });
const constrained = clusterError(
  'unsupported',
  'PowerShell runs in constrained language mode there and refuses the agent.',
  { advice: 'Allow it by the application control policy, or connect to a computer where it is allowed.' },
);

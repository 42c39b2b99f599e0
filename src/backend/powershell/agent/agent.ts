import { randomBytes } from 'node:crypto';
import { clusterError } from '#shared/model/cluster-error';
import type { JsonValue } from '#shared/model/operation';
import { failure, success, type Result } from '#shared/model/result';
import type { RealTime } from '../../real-time';
import { startAgentProcess, type AgentLaunch, type AgentProcess } from './agent-launch';
import { withFate, type AgentLog, type AgentRequest, type AgentResult, type StartError } from './agent-request';
import { createAgentSession, type AgentPush, type AgentSession } from './agent-session';
import type { ProcessFollower } from './process-follower';

/** Where an agent runs and what it is told at its start. */
export interface AgentPlace {
  readonly launch: AgentLaunch;
  /**
   * Arguments of `open` beside the tag. `cluster`: name for `-Cluster`, left out on a node. `modulePath`: a folder that is
   * looked in first for the modules.
   */
  readonly open: { readonly [name: string]: JsonValue };
  /** Who follows this one process; undefined: nobody. */
  readonly follower?: ProcessFollower;
}

/** Makes ready what one process needs, or tells why there is none. Called before each start. */
export type PreparePlace = () => Promise<Result<AgentPlace, StartError>>;

/** What all agents share. */
export interface AgentSurroundings {
  /** The agent's script, see `readAgentScript`. */
  readonly script: string;
  readonly time: RealTime;
  readonly log: AgentLog;
  readonly onPush: (push: AgentPush) => void;
  /** Milliseconds until an agent must be ready; importing FailoverClusters is slow. */
  readonly startTimeout?: number;
}

/** An agent with its process, started when it is needed and anew when it died. */
export interface Agent {
  /** One at a time. Waits for the process; fails with the reason when it cannot be started. */
  run(request: AgentRequest): Promise<AgentResult>;
  /** Ends the process; everything fails from now on. Resolves when the process is gone. */
  close(): Promise<void>;
}

const usualStartTimeout = 60_000;
const firstPause = 500;
const longestPause = 30_000;

/** Makes an agent; its process starts with the first request. */
export function createAgent(place: AgentPlace | PreparePlace, around: AgentSurroundings): Agent {
  const { time, startTimeout = usualStartTimeout } = around;
  let session: AgentSession | null = null;
  let starting: Promise<Result<AgentSession, StartError>> | null = null;
  let failures = 0;
  let notBefore = time.now();
  let closed = false;
  let wake = (): void => undefined;

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const delay = notBefore - time.now();
      if (closed || delay <= 0) {
        resolve();
        return;
      }
      const cancel = time.after(delay, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });

  const died = (): void => {
    session = null;
    notBefore = time.now() + Math.min(longestPause, firstPause * 2 ** failures);
    failures += 1;
  };

  // A function, because it may have been closed during an await.
  const isClosed = (): boolean => closed;

  const start = async (): Promise<Result<AgentSession, StartError>> => {
    await pause();
    if (closed) return failure(closedError);
    const prepared = typeof place === 'function' ? await place() : success(place);
    if (!prepared.ok) {
      died();
      return prepared;
    }
    const { launch, open, follower } = prepared.value;
    const process = isClosed() ? failure(closedError) : startedProcess(launch);
    if (!process.ok) {
      follower?.ended(null, process.error.message);
      return process;
    }
    const begun = createAgentSession({
      process: process.value,
      tag: randomBytes(16).toString('hex'),
      script: around.script,
      time,
      log: around.log,
      onPush: around.onPush,
      onEnd: died,
      ...(follower !== undefined && { follower }),
    });
    session = begun;
    const opened = await begun.open(open, startTimeout);
    if (!opened.ok && follower?.failed?.(opened.error) === true) return start();
    return opened.ok ? success(begun) : opened;
  };

  const ready = async (): Promise<Result<AgentSession, StartError>> => {
    if (closed) return failure(closedError);
    if (starting === null) {
      if (session !== null) return success(session);
      starting = start().finally(() => (starting = null));
    }
    return starting;
  };

  return {
    run: async (request) => {
      const begun = await unlessAborted(ready(), request.signal);
      if (begun === null) return failure(withFate(cancelledError, 'notBegun'));
      if (!begun.ok) return failure(withFate(begun.error, 'notBegun'));
      const answer = await begun.value.request(request);
      if (answer.ok || answer.error.fate === 'failed') failures = 0;
      return answer;
    },
    close: async () => {
      closed = true;
      wake();
      await session?.close();
    },
  };
}

/** Node refuses some launches by throwing: a name with a NUL, arguments that are too long. */
function startedProcess(launch: AgentLaunch): Result<AgentProcess> {
  try {
    return success(startAgentProcess(launch));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failure(
      clusterError('agentCrashed', `PowerShell's agent could not be started: ${reason}`, {
        advice: 'Check that PowerShell is installed there and may be run.',
      }),
    );
  }
}

/** What a promise holds, or null as soon as the signal is aborted. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> {
  if (signal === undefined) return promise;
  if (signal.aborted) return Promise.resolve(null);
  return new Promise((resolve) => {
    const abort = (): void => resolve(null);
    signal.addEventListener('abort', abort, { once: true });
    void promise.then((value) => {
      signal.removeEventListener('abort', abort);
      resolve(value);
    });
  });
}

const closedError = clusterError('notConnected', 'The connection was closed.', { advice: 'Connect again.' });
const cancelledError = clusterError('cancelled', 'It was cancelled.');

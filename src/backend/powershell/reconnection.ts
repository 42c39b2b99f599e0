import { clusterError, type ClusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import type { RealTime } from '../real-time';
import type { ClusterLine } from './cluster-line';
import type { Seat } from './cluster-transport';

/** Finds a seat from which the cluster can be read, now or after a loss. */
export interface Reconnection {
  /** Tries every seat once, now. Whoever asks while it is tried gets the same answer. */
  now(signal?: AbortSignal): Promise<Result<null>>;
  /** Tries until one works, with longer and longer pauses. */
  begin(): void;
  /** Gives up; what is being tried is ended. */
  stop(): void;
}

interface ReconnectionOptions {
  readonly time: RealTime;
  readonly seats: () => readonly Seat[];
  readonly open: (seat: Seat) => ClusterLine;
  readonly onOpen: (line: ClusterLine) => void;
  /** No seat worked. */
  readonly onFailure: (error: ClusterError) => void;
  /** Agents of a seat that did not work are being ended. */
  readonly closing: (end: Promise<void>) => void;
}

const firstPause = 1000;
const longestPause = 30_000;

const cancelled = clusterError('cancelled', 'Connecting was given up.');
const closed = clusterError('notConnected', 'The connection was closed.', { advice: 'Connect again.' });

/** Nothing is tried yet. */
export function createReconnection({
  time,
  seats,
  open,
  onOpen,
  onFailure,
  closing,
}: ReconnectionOptions): Reconnection {
  let stopped = false;
  let attempt: { readonly answer: Promise<Result<null>>; readonly giveUp: (reason: ClusterError) => void } | null =
    null;
  let cancelPause = (): void => undefined;
  let rounds = 0;

  const trySeats = async (givenUp: Promise<ClusterError>, isGivenUp: () => boolean): Promise<Result<null>> => {
    let first: ClusterError | null = null;
    for (const seat of seats()) {
      const line = open(seat);
      const answer = await Promise.race([line.start(), givenUp.then((reason) => failure(reason))]);
      if (answer.ok && !isGivenUp()) {
        onOpen(line);
        return success(null);
      }
      closing(line.close());
      if (isGivenUp()) return failure(await givenUp);
      // That a node went over to another cluster is told rather than that one does not answer.
      if (!answer.ok && (first === null || answer.error.kind === 'refused')) first = answer.error;
    }
    return failure(
      first ??
        clusterError('notFound', 'There is no node to connect to.', {
          advice: 'Check the name of the cluster or node in the connection.',
        }),
    );
  };

  const tryOnce = (): Promise<Result<null>> => {
    if (attempt !== null) return attempt.answer;
    cancelPause();
    let reason: ClusterError | null = null;
    let resolve: (reason: ClusterError) => void = () => undefined;
    const givenUp = new Promise<ClusterError>((settle) => (resolve = settle));
    const answer = trySeats(givenUp, () => reason !== null).then((result) => {
      attempt = null;
      if (result.ok) rounds = 0;
      else if (!stopped) onFailure(result.error);
      return result;
    });
    attempt = {
      answer,
      giveUp: (why) => {
        reason = why;
        resolve(why);
      },
    };
    return answer;
  };

  const begin = async (): Promise<void> => {
    const answer = await tryOnce();
    if (stopped || answer.ok) return;
    cancelPause = time.after(Math.min(longestPause, firstPause * 2 ** rounds), () => void begin());
    rounds += 1;
  };

  return {
    now: async (signal) => {
      if (signal?.aborted === true) return failure(cancelled);
      const answer = tryOnce();
      const current = attempt;
      const abort = (): void => current?.giveUp(cancelled);
      signal?.addEventListener('abort', abort, { once: true });
      const result = await answer;
      signal?.removeEventListener('abort', abort);
      return result;
    },
    begin: () => void begin(),
    stop: () => {
      stopped = true;
      cancelPause();
      attempt?.giveUp(closed);
    },
  };
}

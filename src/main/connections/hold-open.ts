import type { ClusterBackend } from '#backend/cluster-backend';
import type { RealTime } from '#backend/real-time';
import type { ClusterError, ClusterErrorKind } from '#shared/model/cluster-error';

/** A connection that is to stay open. */
export interface HeldConnection {
  readonly backend: ClusterBackend;
  /** Tries at once, if it is not connected. */
  tryNow(): void;
  /** Lets go of it; resolves when its agents are gone. */
  close(): Promise<void>;
}

interface HoldOptions {
  readonly backend: ClusterBackend;
  readonly time: RealTime;
  /** An attempt failed. */
  readonly onFailure: (error: ClusterError) => void;
  /** Regroup made a mistake. */
  readonly onMistake: (error: unknown) => void;
}

const firstPause = 5000;
const longestPause = 60_000;

/** Trying again is of no use before somebody has done something about these. */
const forPeople: ReadonlySet<ClusterErrorKind> = new Set(['cancelled', 'accessDenied', 'unsupported', 'badInput']);

/** Opens a connection and tries until it is open, with longer and longer pauses. Once open, the backend holds it by itself. */
export function holdOpen({ backend, time, onFailure, onMistake }: HoldOptions): HeldConnection {
  const closed = new AbortController();
  let trying = false;
  /** Somebody asked while it was tried. */
  let asked = false;
  let wake = (): void => undefined;

  // Functions, because both may change during an await.
  const wasAsked = (): boolean => asked;
  const isClosed = (): boolean => closed.signal.aborted;

  const pause = (delay: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = time.after(delay, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });

  const tryUntilOpen = async (): Promise<void> => {
    for (let round = 0; !isClosed(); round += 1) {
      asked = false;
      const answer = await backend.connect(closed.signal);
      if (!answer.ok && !isClosed()) onFailure(answer.error);
      if (answer.ok || (forPeople.has(answer.error.kind) && !wasAsked())) return;
      if (!wasAsked()) await pause(Math.min(longestPause, firstPause * 2 ** round));
    }
  };

  const tryNow = (): void => {
    asked = true;
    wake();
    if (trying) return;
    trying = true;
    tryUntilOpen()
      .catch(onMistake)
      .finally(() => (trying = false));
  };

  tryNow();
  return {
    backend,
    tryNow,
    close: () => {
      closed.abort();
      wake();
      return backend.close();
    },
  };
}

/** The time that a command line may take. */
export interface TimeLimit {
  /** Aborted when the time is up. */
  readonly signal: AbortSignal;
  /** No time is up any more. */
  stop(): void;
}

/** Exit code of a command whose time was up. */
export const timeUpCode = 4;

/** Begins now. Null: as long as it takes. */
export function timeLimit(seconds: number | null): TimeLimit {
  const ending = new AbortController();
  const timer = seconds === null ? undefined : setTimeout(() => ending.abort(), seconds * 1000);
  return { signal: ending.signal, stop: () => clearTimeout(timer) };
}

/** What `work` answers, or `timeUp` when the time is up before; `work` goes on then. */
export function within<T>({ signal }: TimeLimit, work: Promise<T>): Promise<T | 'timeUp'> {
  return new Promise((resolve, reject) => {
    const end = (): void => resolve('timeUp');
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}

/** `after 5 seconds`, for sentences about a time that was up. */
export function afterSeconds(seconds: number | null): string {
  return `after ${seconds ?? 0} ${seconds === 1 ? 'second' : 'seconds'}`;
}

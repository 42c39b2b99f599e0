import type { RealTime } from '../../real-time';

/** Work that is done again and again, one run at a time. */
export interface Repeat {
  /** Runs it at once, or right after the run that is under way. Resolves at the end of that run. */
  now(): Promise<void>;
  /** Runs it soon: at once, but not before it has rested as long as the last run took. */
  soon(): void;
  /** Asks anew when the next run is due: what `pause` answers has changed. */
  replan(): void;
  /** No run begins any more. */
  stop(): void;
}

interface RepeatOptions {
  readonly time: RealTime;
  /** Never rejects. */
  readonly work: () => Promise<void>;
  /** Milliseconds between the end of a run and the next, by how long that run took; null: it is not due by itself. */
  readonly pause: (lastDuration: number) => number | null;
}

/** Work that begins with the first call of `now`. */
export function createRepeat({ time, work, pause }: RepeatOptions): Repeat {
  let current: Promise<void> | null = null;
  let following: Promise<void> | null = null;
  let cancel = (): void => undefined;
  let endedAt = time.now();
  let lastDuration = 0;
  let begun = false;
  let stopped = false;
  /** It was wanted soon: not later than this. */
  let wantedAt = Infinity;

  const plan = (): void => {
    cancel();
    const wait = pause(lastDuration) ?? Infinity;
    const at = Math.min(wantedAt, endedAt + wait);
    if (stopped || current !== null || at === Infinity) return;
    cancel = time.after(Math.max(0, at - time.now()), () => void now());
  };

  const run = (): Promise<void> => {
    cancel();
    begun = true;
    wantedAt = Infinity;
    const startedAt = time.now();
    current = work().then(() => {
      current = null;
      endedAt = time.now();
      lastDuration = endedAt - startedAt;
      plan();
    });
    return current;
  };

  const now = (): Promise<void> => {
    if (stopped) return Promise.resolve();
    if (current === null) return run();
    following ??= current.then(() => {
      following = null;
      return stopped ? undefined : run();
    });
    return following;
  };

  return {
    now,
    soon: () => {
      if (stopped || following !== null) return;
      wantedAt = endedAt + lastDuration;
      if (current !== null || wantedAt <= time.now()) void now();
      else plan();
    },
    replan: () => {
      if (begun) plan();
    },
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}

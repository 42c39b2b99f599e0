/** Real time, in milliseconds since some moment; given from outside so that tests need not wait. */
export interface RealTime {
  readonly now: () => number;
  /** Calls back once after `delay`; the answer takes it back. */
  readonly after: (delay: number, callback: () => void) => () => void;
}

/** The time of this computer. */
export const computerTime: RealTime = {
  now: () => performance.now(),
  after: (delay, callback) => {
    const timer = setTimeout(callback, delay);
    return () => clearTimeout(timer);
  },
};

/** Resolves when `work` is done or has taken so many milliseconds; then no timer is left, which would keep a program from ending. */
export function waitAtMost(time: RealTime, delay: number, work: Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = time.after(delay, resolve);
    void work.then(() => resolve(), reject).finally(cancel);
  });
}

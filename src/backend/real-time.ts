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

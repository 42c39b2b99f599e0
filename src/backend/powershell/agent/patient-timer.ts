import type { RealTime } from '../../real-time';

/** So many milliseconds late, and the computer must have slept or the program have been held. */
const slept = 2000;

/**
 * Calls back when `limit` milliseconds have passed in which this computer was awake. After a sleep both ends get their
 * time again. The returned function takes it back.
 */
export function patientTimer(time: RealTime, limit: number, callback: () => void): () => void {
  let cancel = (): void => undefined;
  const plan = (): void => {
    const due = time.now() + limit;
    cancel = time.after(limit, () => (time.now() - due > slept ? plan() : callback()));
  };
  plan();
  return () => cancel();
}

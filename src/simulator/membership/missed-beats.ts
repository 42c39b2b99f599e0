import type { MissedBeats } from '../state/database-state';
import { nextBeat, noticedAt, type Patience } from './patience';

/** When the first beat arrives again; infinity while the path is broken. */
export function arrivesAt({ healed }: MissedBeats, { delay }: Patience): number {
  return healed === null ? Infinity : nextBeat(healed, delay);
}

/**
 * Whether `threshold` beats in a row have been missed and none has arrived since. A path that works again in time for the last
 * of them is as if it had never been broken.
 */
export function ranOut(beats: MissedBeats, patience: Patience, now: number): boolean {
  const noticed = noticedAt(beats.first, patience);
  return (
    noticed <= now && (knownBroken(beats, patience, now) || (noticed === now && arrivesAt(beats, patience) === now))
  );
}

/** Whether the cluster knows a path to be broken now: it has run out of patience, and no beat has arrived since. */
export function knownBroken(beats: MissedBeats, patience: Patience, now: number): boolean {
  return noticedAt(beats.first, patience) <= now && arrivesAt(beats, patience) > now;
}

/** Whether a beat arrives now after some were missed. */
export function arrivesNow(beats: MissedBeats, patience: Patience, now: number): boolean {
  return beats.first < now && arrivesAt(beats, patience) === now;
}

/** The first moment, not before one, at which something is to be noticed of a path: that it is broken or works again; else infinity. */
export function nextNotice(beats: MissedBeats, patience: Patience, from: number): number {
  const moments = [noticedAt(beats.first, patience), arrivesAt(beats, patience)];
  return Math.min(...moments.filter((moment) => moment >= from));
}

/** A beat was missed at or after a moment: the run of missed beats goes on if none has arrived meanwhile, else a new one begins. */
export function missedFrom(before: MissedBeats | undefined, patience: Patience, now: number): MissedBeats {
  if (before !== undefined && arrivesAt(before, patience) >= now) return { first: before.first, healed: null };
  return { first: nextBeat(now, patience.delay), healed: null };
}

/** The path works again from a moment on. */
export function healedFrom(before: MissedBeats, now: number): MissedBeats {
  return { first: before.first, healed: before.healed ?? now };
}

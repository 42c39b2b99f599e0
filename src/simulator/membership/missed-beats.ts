import type { MissedBeats } from '../state/database-state';
import { nextBeat, noticedAt, type Patience } from './patience';

/** When the first beat arrives again; infinity while the path is broken. */
function arrivesAt({ healed }: MissedBeats, { delay }: Patience): number {
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

/** The next moment at which something is to be noticed of a path: that it is broken, or that it works again; else infinity. */
export function nextNotice(beats: MissedBeats, patience: Patience, now: number): number {
  const noticed = noticedAt(beats.first, patience);
  const arrives = arrivesAt(beats, patience);
  if (arrives < noticed) return Infinity;
  if (noticed > now) return noticed;
  return arrives > now ? arrives : Infinity;
}

/** A beat was missed at or after a moment: the run of missed beats goes on if none has arrived meanwhile, else a new one begins. */
export function missedFrom(before: MissedBeats | undefined, patience: Patience, now: number): MissedBeats {
  if (before !== undefined && arrivesAt(before, patience) >= now) return { first: before.first, healed: null };
  return { first: nextBeat(now, patience.delay), healed: null };
}

/** The path works again from a moment on. Undefined: nothing of its break is to be remembered. */
export function healedFrom(before: MissedBeats, patience: Patience, now: number): MissedBeats | undefined {
  const healed = before.healed ?? now;
  return nextBeat(healed, patience.delay) < now ? undefined : { first: before.first, healed };
}

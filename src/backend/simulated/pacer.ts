import type { RealTime } from '../real-time';

/** What the pacer drives: a clock in whole simulated milliseconds with things that happen on it. */
export interface PacedClock {
  readonly now: number;
  /** Time of the next thing that will happen; null when nothing is left. */
  nextEventAt(): number | null;
  /** Everything up to and including this time happens. */
  advanceTo(time: number): void;
}

/** Translates real time into simulated time. Simulated time never jumps: everything on the way happens, in order. */
export interface Pacer {
  readonly speed: number;
  readonly paused: boolean;
  setSpeed(speed: number): void;
  setPaused(paused: boolean): void;
  /** Brings the clock to the present moment, as far as one slice of work allows. Does nothing while paused. */
  catchUp(): void;
  /** Advances to the next thing that happens, whatever the speed and also while paused. */
  step(): void;
  /** Advances by so many simulated milliseconds at once, whatever the speed and also while paused. */
  advance(milliseconds: number): void;
  /** Tells whether somebody looks at the clock. */
  setWatched(watched: boolean): void;
  /** Looks anew when the next tick is due, after something else changed the clock's future. */
  replan(): void;
  /** Ends it. */
  stop(): void;
}

interface PacerOptions {
  readonly clock: PacedClock;
  readonly time: RealTime;
  readonly speed: number;
  readonly paused: boolean;
  /** Whether something is under way whose progress is to be seen ten times a second. */
  readonly isBusy: () => boolean;
  /** Called after each tick. */
  readonly onTick: () => void;
}

/** Real milliseconds between ticks while there is something to see. */
const shortestInterval = 100;
/** Real milliseconds between ticks of a watched clock on which nothing happens. */
const longestInterval = 1000;
/** Real milliseconds of work in one tick; then messages get their turn. */
const slice = 50;
/** So far (real milliseconds) simulated time may fall behind and is caught up; when it is more, it runs slower than asked. */
const largestLag = 1000;
/** Nobody looks and nothing is due soon: real milliseconds until the next look. */
const longestSleep = 60_000;

/** Starts translating, from the clock's present time on. */
export function createPacer({ clock, time, speed, paused, isBusy, onTick }: PacerOptions): Pacer {
  let anchor = { real: time.now(), simulated: clock.now };
  const state = { speed, paused, watched: false, stopped: false };
  let planned: { readonly at: number; readonly cancel: () => void } | null = null;

  const target = (): number => anchor.simulated + Math.floor((time.now() - anchor.real) * state.speed);
  const anchorHere = (): void => {
    anchor = { real: time.now(), simulated: clock.now };
  };

  /** Lets happen what is due, for one slice of work at most. */
  const work = (until: number): void => {
    const end = time.now() + slice;
    for (let next = clock.nextEventAt(); next !== null && next <= until; next = clock.nextEventAt()) {
      clock.advanceTo(next);
      if (time.now() >= end) return;
    }
    if (until > clock.now) clock.advanceTo(until);
  };

  /** A computer that slept, or a program that was held, does not owe the time in between. */
  const forgiveSleep = (): void => {
    if (planned === null) return;
    const late = time.now() - planned.at;
    if (late <= largestLag) return;
    anchor = { ...anchor, real: anchor.real + late };
    // Whoever looks again before the tick finds nothing more to forgive.
    planned = { ...planned, at: time.now() };
  };

  const catchUp = (): void => {
    if (state.paused) return;
    forgiveSleep();
    const until = target();
    work(until);
    if ((until - clock.now) / state.speed > largestLag) anchorHere();
  };

  const nextDelay = (): number => {
    const next = clock.nextEventAt();
    const present = target();
    const untilNext = next === null ? longestSleep : (next - present) / state.speed;
    // More is due than one slice could do.
    if (untilNext < 0) return 0;
    if (!state.watched) return Math.min(Math.max(shortestInterval, untilNext), longestSleep);
    if (isBusy()) return shortestInterval;
    const secondsApart = Math.min(longestInterval, 1000 / state.speed);
    return Math.max(shortestInterval, Math.min(untilNext, secondsApart));
  };

  const unplan = (): void => {
    planned?.cancel();
    planned = null;
  };

  const plan = (): void => {
    unplan();
    if (state.stopped || state.paused) return;
    const delay = nextDelay();
    planned = { at: time.now() + delay, cancel: time.after(delay, tick) };
  };

  const tick = (): void => {
    catchUp();
    planned = null;
    onTick();
    plan();
  };

  plan();
  return {
    get speed() {
      return state.speed;
    },
    get paused() {
      return state.paused;
    },
    setSpeed: (next) => {
      catchUp();
      state.speed = next;
      anchorHere();
      plan();
    },
    setPaused: (next) => {
      catchUp();
      state.paused = next;
      anchorHere();
      plan();
    },
    catchUp,
    step: () => {
      catchUp();
      const next = clock.nextEventAt();
      if (next !== null) clock.advanceTo(next);
      anchorHere();
      plan();
    },
    advance: (milliseconds) => {
      catchUp();
      clock.advanceTo(clock.now + milliseconds);
      anchorHere();
      plan();
    },
    setWatched: (watched) => {
      if (watched === state.watched) return;
      state.watched = watched;
      plan();
    },
    replan: plan,
    stop: () => {
      state.stopped = true;
      unplan();
    },
  };
}

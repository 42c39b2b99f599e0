import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ManualTime } from '../../../tests/support/manual-time';
import { createPacer, type PacedClock } from './pacer';

/** A clock on which something happens at given times; `cost` is the real time that each of them takes. */
class ListedClock implements PacedClock {
  now = 0;
  readonly happened: number[] = [];
  readonly advances: number[] = [];

  constructor(
    private readonly time: ManualTime,
    private due: readonly number[],
    private readonly cost = 0,
  ) {}

  nextEventAt(): number | null {
    return this.due[0] ?? null;
  }

  advanceTo(time: number): void {
    if (time < this.now) throw new Error('Time runs backwards.');
    this.advances.push(time);
    while (this.due[0] !== undefined && this.due[0] <= time) {
      this.happened.push(this.due[0]);
      this.due = this.due.slice(1);
      this.time.spend(this.cost);
    }
    this.now = time;
  }
}

interface Rig {
  readonly due?: readonly number[];
  readonly cost?: number;
  readonly speed?: number;
  readonly paused?: boolean;
  readonly busy?: boolean;
  readonly watched?: boolean;
}

function rig({ due = [], cost = 0, speed = 1, paused = false, busy = false, watched = true }: Rig = {}) {
  const time = new ManualTime();
  const clock = new ListedClock(time, due, cost);
  const ticks: number[] = [];
  const pacer = createPacer({ clock, time, speed, paused, isBusy: () => busy, onTick: () => ticks.push(time.now()) });
  pacer.setWatched(watched);
  return { time, clock, pacer, ticks };
}

describe('simulated time', () => {
  test.each([0.5, 1, 10, 60, 1000])('runs %d times as fast as real time', (speed) => {
    const { time, clock, pacer } = rig({ speed });
    time.pass(10_000);
    pacer.catchUp();
    expect(clock.now).toBe(10_000 * speed);
  });

  test('is always a whole number of milliseconds, and fractions are not lost on the way', () => {
    const { time, clock, pacer } = rig({ speed: 1 / 3, busy: true });
    time.pass(9_000);
    pacer.catchUp();
    expect(clock.now).toBe(3_000);
    expect(clock.advances.every(Number.isInteger)).toBe(true);
  });

  test('lets everything on the way happen, each at its own time', () => {
    const due = [1, 50, 50, 999, 59_999];
    const { time, clock } = rig({ due, speed: 60 });
    time.pass(1_000);
    expect(clock.happened).toEqual(due);
    expect(clock.advances).toEqual(expect.arrayContaining([1, 50, 999, 59_999]));
  });

  test('stands still while paused and goes on from there', () => {
    const { time, clock, pacer } = rig({ due: [100], paused: true });
    time.pass(60_000);
    expect(clock.now).toBe(0);
    expect(time.waiting).toBe(0);
    pacer.setPaused(false);
    time.pass(1_000);
    pacer.catchUp();
    expect(clock.now).toBe(1_000);
  });

  test('keeps what passed at the old speed when the speed changes', () => {
    const { time, clock, pacer } = rig();
    time.pass(1_500);
    pacer.setSpeed(10);
    time.pass(500);
    pacer.catchUp();
    expect(clock.now).toBe(1_500 + 5_000);
  });

  test('steps to the next event, paused or not, and counts on from there', () => {
    const { time, clock, pacer } = rig({ due: [40_000, 50_000], paused: true });
    pacer.step();
    expect(clock.now).toBe(40_000);
    time.pass(5_000);
    expect(clock.now).toBe(40_000);
    pacer.setPaused(false);
    pacer.step();
    expect(clock.happened).toEqual([40_000, 50_000]);
    time.pass(1_000);
    expect(clock.now).toBe(51_000);
    pacer.step();
    expect(clock.now).toBe(51_000);
  });

  test('advances by a given time, paused or not, lets everything on the way happen, and counts on from there', () => {
    const { time, clock, pacer } = rig({ due: [40_000, 50_000], paused: true });
    pacer.advance(45_000);
    expect(clock).toMatchObject({ now: 45_000, happened: [40_000] });
    pacer.setPaused(false);
    time.pass(1_000);
    pacer.advance(10_000);
    expect(clock).toMatchObject({ now: 56_000, happened: [40_000, 50_000] });
    time.pass(1_000);
    pacer.catchUp();
    expect(clock.now).toBe(57_000);
  });
});

describe('ticks', () => {
  test('come ten times a second while something is under way', () => {
    const { time, ticks } = rig({ busy: true });
    time.pass(1_000);
    expect(ticks).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]);
  });

  test('come once a simulated second while the clock is all that moves', () => {
    const quiet = rig();
    quiet.time.pass(5_000);
    expect(quiet.ticks).toEqual([1000, 2000, 3000, 4000, 5000]);
    const fast = rig({ speed: 4 });
    fast.time.pass(1_000);
    expect(fast.ticks).toEqual([250, 500, 750, 1000]);
  });

  test('come when something is due before that', () => {
    const { time, ticks } = rig({ due: [400] });
    time.pass(500);
    expect(ticks).toEqual([400]);
  });

  test('are never more than ten a second, however fast simulated time runs', () => {
    const due = Array.from({ length: 1_000 }, (_, index) => index * 50);
    const { time, ticks } = rig({ due, speed: 50 });
    time.pass(1_000);
    expect(ticks.length).toBeLessThanOrEqual(10);
  });

  test('wait for the next event when nobody looks', () => {
    const { time, ticks, clock } = rig({ due: [30_000], watched: false });
    time.pass(29_999);
    expect(ticks).toEqual([]);
    time.pass(1);
    expect(clock.happened).toEqual([30_000]);
  });

  test('come sooner when something new is due sooner', () => {
    const { time, clock, pacer } = rig({ watched: false });
    time.pass(10_000);
    (clock as unknown as { due: number[] }).due = [10_200];
    pacer.replan();
    time.pass(200);
    expect(clock.happened).toEqual([10_200]);
  });

  test('end with the pacer', () => {
    const { time, pacer, ticks } = rig({ busy: true });
    pacer.stop();
    pacer.setWatched(false);
    time.pass(1_000);
    expect(ticks).toEqual([]);
    expect(time.waiting).toBe(0);
  });
});

describe('when there is more to do than time', () => {
  const heavy = Array.from({ length: 1_000 }, (_, index) => (index + 1) * 10);

  test('other messages get their turn after each slice of work', () => {
    const { time, clock, ticks } = rig({ due: heavy, cost: 20, speed: 10 });
    time.pass(2_000);
    const gaps = ticks.slice(1).map((at, index) => at - (ticks[index] ?? 0));
    const [wait, slice, oneEvent] = [100, 50, 20];
    expect(Math.max(...gaps)).toBeLessThanOrEqual(wait + slice + oneEvent);
    expect(clock.happened).toEqual(heavy.slice(0, clock.happened.length));
  });

  test('it runs as fast as it can, skips nothing, and owes nothing afterwards', () => {
    const { time, clock } = rig({ due: heavy, cost: 20, speed: 10 });
    time.pass(25_000);
    expect(clock.happened).toEqual(heavy);
    const before = clock.now;
    time.pass(1_000);
    expect(clock.now - before).toBe(10_000);
  });

  test('a short delay is caught up', () => {
    const { time, clock } = rig({ due: [500], cost: 800, busy: true });
    time.pass(3_000);
    expect(clock.now).toBe(3_000);
  });

  test('a computer that slept for a night does not play the night', () => {
    const { time, clock } = rig({ due: [3_600_000], speed: 60 });
    time.pass(1_000);
    time.sleep(8 * 3_600_000);
    expect(clock.now).toBeLessThanOrEqual(2 * 60_000);
    expect(clock.happened).toEqual([]);
  });

  test('neither does it when a command arrives before the tick that is late', () => {
    const { time, clock, pacer } = rig({ due: [3_600_000], speed: 60 });
    time.pass(1_000);
    time.spend(8 * 3_600_000);
    pacer.catchUp();
    expect(clock.now).toBeLessThanOrEqual(2 * 60_000);
  });

  test('several questions before the late tick forgive the night once: the clock runs on afterwards', () => {
    const { time, clock, pacer } = rig({ speed: 60 });
    time.pass(1_000);
    time.spend(8 * 3_600_000);
    for (let question = 0; question < 3; question += 1) pacer.catchUp();
    const before = clock.now;
    time.pass(2_000);
    expect(clock.now - before).toBeGreaterThanOrEqual(60_000);
  });
});

test('whatever is done to the clock, it never runs backwards and skips nothing', () => {
  const action = fc.oneof(
    fc.record({ pass: fc.integer({ min: 0, max: 5_000 }) }),
    fc.record({ speed: fc.constantFrom(0.1, 1, 10, 60, 1000) }),
    fc.record({ paused: fc.boolean() }),
    fc.constant({ step: true }),
    fc.record({ advance: fc.integer({ min: 0, max: 50_000 }) }),
    fc.record({ watched: fc.boolean() }),
  );
  fc.assert(
    fc.property(
      fc.array(action, { maxLength: 30 }),
      fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 30 }),
      fc.integer({ min: 0, max: 30 }),
      (actions, times, cost) => {
        const due = [...times].sort((one, other) => one - other);
        const { time, clock, pacer } = rig({ due, cost });
        for (const next of actions) {
          if ('pass' in next) time.pass(next.pass);
          else if ('speed' in next) pacer.setSpeed(next.speed);
          else if ('paused' in next) pacer.setPaused(next.paused);
          else if ('advance' in next) pacer.advance(next.advance);
          else if ('watched' in next) pacer.setWatched(next.watched);
          else pacer.step();
        }
        expect(clock.happened).toEqual(due.slice(0, clock.happened.length));
        expect(clock.advances.every(Number.isInteger)).toBe(true);
        expect(due.slice(clock.happened.length).every((at) => at > clock.now || clock.now === 0)).toBe(true);
      },
    ),
  );
});

import { describe, expect, test } from 'vitest';
import { ManualTime } from '../../../../tests/support/manual-time';
import { createRepeat } from './repeat';

function rig(pause: (lastDuration: number) => number | null) {
  const time = new ManualTime();
  const ends: (() => void)[] = [];
  let runs = 0;
  const repeat = createRepeat({
    time,
    pause,
    work: () => {
      runs += 1;
      return new Promise((resolve) => ends.push(resolve));
    },
  });
  /** The run under way ends after it took so long. */
  const end = async (took = 0): Promise<void> => {
    time.spend(took);
    ends.shift()?.();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { time, repeat, end, runs: () => runs };
}

describe('work that is done again and again', () => {
  test('rests as long as it is told to after each run', async () => {
    const { time, repeat, end, runs } = rig(() => 5000);
    void repeat.now();
    await end();
    time.pass(4999);
    expect(runs()).toBe(1);
    time.pass(1);
    expect(runs()).toBe(2);
  });

  test('knows how long the last run took', async () => {
    const { time, repeat, end, runs } = rig((lastDuration) => 5 * lastDuration);
    void repeat.now();
    await end(3000);
    time.pass(14_999);
    expect(runs()).toBe(1);
    time.pass(1);
    expect(runs()).toBe(2);
  });

  test('runs once more after the run under way, however often it is asked meanwhile', async () => {
    const { repeat, end, runs } = rig(() => null);
    void repeat.now();
    const more = [repeat.now(), repeat.now(), repeat.now()];
    expect(runs()).toBe(1);
    await end();
    expect(runs()).toBe(2);
    await end();
    await Promise.all(more);
    expect(runs()).toBe(2);
  });

  test('that is wanted soon rests as long as it took before', async () => {
    const { time, repeat, end, runs } = rig(() => 60_000);
    void repeat.now();
    await end(2000);
    repeat.soon();
    expect(runs()).toBe(1);
    time.pass(2000);
    expect(runs()).toBe(2);
  });

  test('that is wanted soon is still so after its pauses have changed', async () => {
    const { time, repeat, end, runs } = rig(() => 60_000);
    void repeat.now();
    await end(2000);
    repeat.soon();
    repeat.replan();
    time.pass(2000);
    expect(runs()).toBe(2);
  });

  test('never runs after it was stopped', async () => {
    const { time, repeat, end, runs } = rig(() => 1000);
    void repeat.now();
    repeat.stop();
    await end();
    repeat.soon();
    await repeat.now();
    time.pass(10_000);
    expect(runs()).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { arrivesNow, healedFrom, knownBroken, missedFrom, ranOut } from './missed-beats';

const patience = { delay: 1000, threshold: 10 };

describe('Membership: beats at whole multiples of the delay', () => {
  it('the first missed one is sent at the moment of the break or next after it', () => {
    expect(missedFrom(undefined, patience, 300_000).first).toBe(300_000);
    expect(missedFrom(undefined, patience, 300_001).first).toBe(301_000);
  });

  it('are noticed to be missing threshold x delay after the first missed one', () => {
    const beats = missedFrom(undefined, patience, 300_000);
    expect(ranOut(beats, patience, 309_999)).toBe(false);
    expect(ranOut(beats, patience, 310_000)).toBe(true);
    expect(knownBroken(beats, patience, 400_000)).toBe(true);
  });

  it('nine missed ones are forgiven, ten in a row are not', () => {
    const broken = missedFrom(undefined, patience, 300_000);
    expect(ranOut(healedFrom(broken, 309_000), patience, 310_000)).toBe(false);
    expect(ranOut(healedFrom(broken, 309_001), patience, 310_000)).toBe(true);
  });

  it('the row goes on when the path breaks again before a beat has passed', () => {
    const broken = missedFrom(undefined, patience, 300_000);
    const again = missedFrom(healedFrom(broken, 304_200), patience, 304_800);
    expect(again.first).toBe(300_000);
    const later = missedFrom(healedFrom(broken, 304_200), patience, 305_300);
    expect(later.first).toBe(306_000);
  });

  it('the first that arrives ends what is known', () => {
    const healed = healedFrom(missedFrom(undefined, patience, 300_000), 320_500);
    expect(knownBroken(healed, patience, 320_999)).toBe(true);
    expect(knownBroken(healed, patience, 321_000)).toBe(false);
    expect(arrivesNow(healed, patience, 321_000)).toBe(true);
  });
});

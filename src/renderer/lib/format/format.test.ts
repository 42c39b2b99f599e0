import { describe, expect, it } from 'vitest';
import { exactBytes, formatBandwidth, formatBytes, formatRate } from './bytes';
import { formatCount, formatInteger, formatPercent, formatShort } from './numbers';
import { exactDuration, exactTime, formatAge, formatDuration, formatTime, briefTime } from './time';

const GB = 1024 ** 3;

describe('sizes and rates', () => {
  it.each([
    [0, '0 B'],
    [1023, '1,023 B'],
    [1024, '1 KB'],
    [286 * 1024 ** 2, '286 MB'],
    [5.9 * GB, '5.9 GB'],
    [8 * GB, '8 GB'],
    [1023.99 * GB, '1 TB'],
    [500 * GB, '500 GB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it('says the exact figure in full', () => {
    expect(exactBytes(8 * GB)).toBe('8,589,934,592 bytes');
  });

  it('counts rates in binary bytes and bandwidth in decimal bits', () => {
    expect(formatRate(112 * 1024 ** 2)).toBe('112 MB/s');
    expect(formatBandwidth(1e9)).toBe('1 Gbps');
    expect(formatBandwidth(2.5e9)).toBe('2.5 Gbps');
  });
});

describe('durations', () => {
  it.each([
    [41.4, '41 ms'],
    [999, '999 ms'],
    [2430, '2.4 s'],
    [18_000, '18 s'],
    [91_234, '1 min 31 s'],
    [60_000, '1 min'],
    [3_599_600, '1 h'],
    [7_500_000, '2 h 05 min'],
    [86_399_999, '1 d'],
    [277_200_000, '3 d 05 h'],
  ])('%d ms are %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });

  it('says the exact figure in full', () => {
    expect(exactDuration(91_234)).toBe('91,234 ms');
  });

  it.each([
    [430, '0.4 s ago'],
    [12_900, '12 s ago'],
    [200_000, '3 min ago'],
    [-5, '0 s ago'],
  ])('an age of %d ms is %s', (milliseconds, text) => {
    expect(formatAge(milliseconds)).toBe(text);
  });
});

describe('times', () => {
  it('begins simulated time at midnight of day 1', () => {
    expect(formatTime(0, 'simulated')).toBe('Day 1, 00:00:00');
    expect(formatTime(33_272_000, 'simulated')).toBe('Day 1, 09:14:32');
    expect(formatTime(86_400_000, 'simulated')).toBe('Day 2, 00:00:00');
  });

  it('leaves out of a brief time what goes without saying', () => {
    const now = new Date(2026, 10, 21, 17, 19, 32).getTime();
    const brief = (...parts: [number, number, number, number, number, number]) =>
      briefTime(new Date(...parts).getTime(), 'real', now);
    expect(brief(2026, 10, 21, 9, 5, 7)).toMatch(/^0?9:05:07/);
    expect(brief(2026, 10, 20, 9, 5, 7)).toMatch(/20.*9:05/);
    expect(brief(2026, 10, 20, 9, 5, 7)).not.toMatch(/2026|:07/);
    expect(brief(2025, 10, 21, 9, 5, 7)).toMatch(/2025.*9:05/);
    expect(briefTime(0, 'simulated')).toBe('Day 1, 00:00:00');
  });

  it('has the milliseconds in the exact time', () => {
    expect(exactTime(33_272_007, 'simulated')).toBe('Day 1, 09:14:32.007');
    expect(exactTime(0, 'real')).toBe('1970-01-01T00:00:00.000Z');
  });
});

it('has a comma between thousands', () => {
  expect([0, 999, 1000, 1_234_567.4, -12_345].map(formatInteger)).toEqual([
    '0',
    '999',
    '1,000',
    '1,234,567',
    '-12,345',
  ]);
  expect([5.94, 41, 99.96, 2048.5].map(formatShort)).toEqual(['5.9', '41', '100', '2,049']);
});

it('counts in words', () => {
  expect(formatCount(1, 'role')).toBe('1 role');
  expect(formatCount(7000, 'role')).toBe('7,000 roles');
  expect(formatCount(2, 'entry', 'entries')).toBe('2 entries');
  expect(formatPercent(11.6)).toBe('12 %');
});

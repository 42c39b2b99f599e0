import { describe, expect, it } from 'vitest';
import { bitRateOf, byteRateOf, durationOf, sizeOf } from './units';

describe('Scenario files: units', () => {
  it.each([
    ['500ms', 500],
    ['10s', 10_000],
    ['2m', 120_000],
    ['6h', 21_600_000],
    ['0.29s', 290],
    ['0.2ms', 0.2],
    ['1.5m', 90_000],
  ])('reads the duration %s', (text, value) => expect(durationOf(text)).toBe(value));

  it.each(['', '10', '10 s', '-5s', '1h30m', 's', '1d', '10S', '1e3s', '.5s', '5.s'])(
    'refuses the duration "%s"',
    (text) => expect(durationOf(text)).toBeNull(),
  );

  it.each([
    ['256KB', 262_144],
    ['512MB', 536_870_912],
    ['64GB', 68_719_476_736],
    ['2TB', 2_199_023_255_552],
    ['1.5GB', 1_610_612_736],
  ])('reads the binary size %s', (text, value) => expect(sizeOf(text)).toBe(value));

  it.each(['64gb', '64G', '64 GB', '-1GB', '64GiB', 'GB'])('refuses the size "%s"', (text) =>
    expect(sizeOf(text)).toBeNull(),
  );

  it('reads rates in decimal bits or binary bytes, whichever the field counts in', () => {
    expect(bitRateOf('1Gbps')).toBe(1_000_000_000);
    expect(bitRateOf('128MB/s')).toBe(1_073_741_824);
    expect(byteRateOf('128MB/s')).toBe(134_217_728);
    expect(byteRateOf('100Mbps')).toBe(12_500_000);
    expect(byteRateOf('0MB/s')).toBe(0);
  });

  it.each(['1Gb', '1GB', '1gbps', '128MB', '128MBps'])('refuses the rate "%s"', (text) => {
    expect(bitRateOf(text)).toBeNull();
    expect(byteRateOf(text)).toBeNull();
  });
});

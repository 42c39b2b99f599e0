import { describe, expect, it } from 'vitest';
import { countOf, durationInWords, listOf, releaseInWords, sizeInWords } from './words';

describe('words for people', () => {
  it('join names', () => {
    expect(listOf([])).toBe('');
    expect(listOf(['Demo1'])).toBe('Demo1');
    expect(listOf(['Demo1', 'Demo2', 'Demo3'])).toBe('Demo1, Demo2 and Demo3');
  });

  it('count', () => {
    expect(countOf(0, 'role')).toBe('no roles');
    expect(countOf(1, 'role')).toBe('1 role');
    expect(countOf(2, 'service or application', 'services and applications')).toBe('2 services and applications');
  });

  it('measure', () => {
    expect(sizeInWords(4 * 1024 ** 3)).toBe('4 GB');
    expect(sizeInWords(1.5 * 1024 ** 3)).toBe('1.5 GB');
    expect(sizeInWords(512 * 1024 ** 2)).toBe('512 MB');
    expect(sizeInWords(0)).toBe('0 bytes');
    expect(durationInWords(21_600_000)).toBe('6 hours');
    expect(durationInWords(5_400_000)).toBe('90 minutes');
    expect(durationInWords(500)).toBe('500 milliseconds');
    expect(durationInWords(1500)).toBe('1.5 seconds');
    expect(durationInWords(1000)).toBe('1 second');
    expect(releaseInWords('2012R2')).toBe('Windows Server 2012 R2');
  });
});

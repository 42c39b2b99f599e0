import { describe, expect, it } from 'vitest';
import { parseDependencies } from './dependency-parser';

const resource = (name: string) => ({ kind: 'resource' as const, name });

describe('parseDependencies', () => {
  it('reads the form of Windows', () => {
    expect(parseDependencies('([A B]) and ([IP (v4)] or [C])')).toEqual({
      kind: 'and',
      terms: [resource('A B'), { kind: 'or', terms: [resource('IP (v4)'), resource('C')] }],
    });
  });

  it('reads bare names, with spaces in them', () => {
    expect(parseDependencies('Disk 1 and (Name or Order of Android)')).toEqual({
      kind: 'and',
      terms: [resource('Disk 1'), { kind: 'or', terms: [resource('Name'), resource('Order of Android')] }],
    });
  });

  it('binds and tighter than or, and makes one list of what is joined alike', () => {
    expect(parseDependencies('[A] or [B] and ([C] and [D])')).toEqual({
      kind: 'or',
      terms: [resource('A'), { kind: 'and', terms: [resource('B'), resource('C'), resource('D')] }],
    });
  });

  it('is one resource without a join', () => {
    expect(parseDependencies('([A])')).toEqual(resource('A'));
  });

  it.each(['', '  ', '[A] and', '([A]', '[A] [B]', 'and', '[A]) or [B]', '[]'])('is nothing for "%s"', (text) => {
    expect(parseDependencies(text)).toBeNull();
  });
});

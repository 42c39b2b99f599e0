import { expect, test } from 'vitest';
import { expressionOf, named } from './name-pattern';

test.each([
  ['WEB-*', 'web-01', true],
  ['WEB-?', 'WEB-01', false],
  ['WEB-0[12]', 'WEB-02', true],
  ['[a-c]*', 'Backup', true],
  ['*/Operational', 'Microsoft-Windows-FailoverClustering/Operational', true],
  ['$(x).*', '$(x).y', true],
  ['a.c', 'abc', false],
  ['[z-a]', 'z', false],
  ['*', 'line\nfeed', true],
])('%j stands for %j: %s', (pattern, name, fits) => {
  expect(expressionOf(pattern).test(name)).toBe(fits);
});

test('a name that something really has is no pattern', () => {
  const missing: string[] = [];
  const find = (names: readonly string[]): readonly string[] =>
    named(
      ['disk[1]', 'disk1', 'disk2'],
      (name) => name,
      names,
      (name) => missing.push(name),
    );
  expect(find(['disk[1]'])).toEqual(['disk[1]']);
  expect(find(['disk[12]', 'DISK2', 'none', 'none*'])).toEqual(['disk1', 'disk2']);
  expect(missing).toEqual(['none']);
});

import { expect, test } from 'vitest';
import { readPracticeArguments } from './practice-arguments';

test('a scenario alone runs in real time', () => {
  expect(readPracticeArguments(['--scenario', 'a.yaml'])).toEqual({
    ok: true,
    value: {
      scenario: 'a.yaml',
      speed: 1,
      paused: false,
      advanceWhileWaiting: false,
      epoch: null,
      powershell: null,
      modulePath: null,
    },
  });
});

test('everything can be chosen', () => {
  const words =
    '--scenario a.yaml --speed 60 --paused --advance-while-waiting --epoch 2026-01-01T00:00:00Z --powershell pwsh';
  expect(readPracticeArguments([...words.split(' '), '--module-path', '/modules'])).toMatchObject({
    value: { speed: 60, paused: true, advanceWhileWaiting: true, epoch: 1_767_225_600_000, modulePath: '/modules' },
  });
});

test.each([
  [[], '--scenario FILE is missing.'],
  [['--scenario', 'a', '--speed', '0'], '--speed takes a number above 0, up to 1000.'],
  [['--scenario', 'a', '--speed', 'fast'], '--speed takes a number above 0, up to 1000.'],
  [['--scenario', 'a', '--epoch', 'soon'], '--epoch takes a date such as 2026-01-31T08:00:00Z.'],
])('%j is refused', (words, error) => {
  expect(readPracticeArguments(words)).toEqual({ ok: false, error });
});

test('what is not known is refused, help is given', () => {
  expect(readPracticeArguments(['--scenario', 'a', '--sped', '1'])).toMatchObject({ ok: false });
  expect(readPracticeArguments(['-h'])).toEqual({ ok: true, value: 'help' });
});

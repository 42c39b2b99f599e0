import { expect, test } from 'vitest';
import { practice } from './practice';
import { run } from './run-command';
import { script } from './script';
import { simulate } from './simulate';
import { snapshot } from './snapshot';
import type { Streams } from './streams';
import { test as testConnection } from './test-connection';

type Command = (words: readonly string[], streams: Streams) => number | Promise<number>;

async function told(command: Command, words: readonly string[]) {
  const text = { out: '', errors: '' };
  const code = await command(words, {
    terminal: false,
    print: (more) => void (text.out += more),
    complain: (more) => void (text.errors += more),
  });
  return { code, ...text };
}

test.each<readonly [string, Command, readonly string[], string]>([
  ['snapshot', snapshot, ['--cluter', 'x'], 'There is no option --cluter: was --cluster meant?'],
  ['snapshot', snapshot, ['--timeout', 'soon'], '--timeout takes a number of seconds'],
  ['snapshot', snapshot, ['--timeout', '0'], '--timeout takes a number of seconds'],
  ['snapshot', snapshot, ['--cluster'], 'argument missing'],
  ['run', run, ['role.move'], 'role is missing'],
  ['run', run, [], 'A command of the catalogue is missing'],
  ['script', script, ['role.move', 'role=VM1', '--user-data', 'x'], 'no options such as --user-data'],
  ['test', testConnection, ['--port', 'x', '--ssh', 'a'], '--port takes a number'],
  ['test', testConnection, ['--output', 'x'], '--output goes with run'],
  ['simulate', simulate, [], 'A scenario file or a folder is missing'],
  ['simulate', simulate, ['a', '--unitl', '5m'], 'was --until meant?'],
  ['practice', practice, ['--speed', '0', '--scenario', 'x'], '--speed takes a number'],
])('%s says what is wrong in two lines: %#', async (name, command, words, problem) => {
  const { code, out, errors } = await told(command, words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  const [first = '', second, ...more] = errors.split('\n');
  expect(first.startsWith(`${name}: `) && first.includes(problem), first).toBe(true);
  expect([second, ...more]).toEqual([`See "${name} --help".`, '']);
});

test.each<readonly [string, Command]>([
  ['snapshot', snapshot],
  ['run', run],
  ['script', script],
  ['test', testConnection],
  ['simulate', simulate],
  ['practice', practice],
])('%s --help tells how it is used', async (name, command) => {
  const { code, out, errors } = await told(command, ['--help']);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(out.startsWith(`Usage: ${name} `)).toBe(true);
});

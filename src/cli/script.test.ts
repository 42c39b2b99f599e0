import { expect, test } from 'vitest';
import { isCommandName } from '#shared/commands/catalogue';
import { commandSamples } from '../../tests/support/command-samples';
import { powerShellParser } from '../../tests/support/powershell-syntax';
import { script } from './script';

const parse = await powerShellParser();
const names = Object.keys(commandSamples).filter(isCommandName);

/** What the command line prints for words, each output on its own. */
function printed(words: readonly string[]): { readonly code: number; readonly out: string; readonly errors: string } {
  const told = { out: '', errors: '' };
  const code = script(words, {
    terminal: false,
    print: (text) => (told.out += text),
    complain: (text) => (told.errors += text),
  });
  return { code, ...told };
}

test.each(names)('%s is printed as PowerShell that a parser understands', (name) => {
  for (const sample of commandSamples[name]) {
    const pairs = Object.entries(sample).map(([key, value]) => {
      return `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`;
    });
    const { code, out, errors } = printed([name, ...pairs]);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(out).toMatch(/\S\n$/);
    expect(parse(out).errors).toEqual([]);
  }
});

test.each([
  [['role.explode'], 'There is no command "role.explode"'],
  [[], 'A command of the catalogue is missing'],
  [['role.move'], 'role.move'],
  [['role.move', 'role=VM1', 'force=true'], 'force'],
  [['role.move', 'role'], 'no key=value'],
])('%j is a wrong command line', (words, reason) => {
  const { code, out, errors } = printed(words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(errors).toContain(reason);
});

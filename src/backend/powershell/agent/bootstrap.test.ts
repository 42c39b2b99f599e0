import { expect, it } from 'vitest';
import { powerShellArguments } from './bootstrap';

it('the bootstrap fits the command line of cmd.exe, with room for ssh and a name (trap 10)', () => {
  expect(powerShellArguments().join(' ').length).toBeLessThan(7000);
});

it('the bootstrap is the whole command: no file, no policy, no profile, no questions (traps 1, 3 and 11)', () => {
  const [logo, profile, interactive, encoded, script] = powerShellArguments();
  expect([logo, profile, interactive, encoded]).toEqual([
    '-NoLogo',
    '-NoProfile',
    '-NonInteractive',
    '-EncodedCommand',
  ]);
  const text = Buffer.from(script ?? '', 'base64').toString('utf16le');
  // PowerShell's host reads standard input itself as soon as the command mentions $input.
  expect(text).not.toMatch(/\$input/i);
  expect(text).toMatch(/^[\x20-\x7e\n]+$/);
});

import { expect, test } from 'vitest';
import { practice } from './practice';

test('a PowerShell that is not there is told with what to do, and is no failure of Regroup', async () => {
  let out = '';
  let complaints = '';
  const streams = {
    terminal: false,
    print: (text: string) => (out += text),
    complain: (text: string) => (complaints += text),
  };
  const words = ['--scenario', 'resources/scenarios/training.yaml', '--powershell', '/nowhere/pwsh'];
  expect(await practice(words, streams)).toBe(2);
  expect(complaints).toContain('"/nowhere/pwsh" is no PowerShell that can be started on this computer');
  expect(complaints).toContain('--powershell');
  expect(out).toBe('');
});

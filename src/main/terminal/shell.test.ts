import { describe, expect, test } from 'vitest';
import type { Result } from '#shared/model/result';
import { findShell, type Shell } from './shell';

const search = (platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, ...files: readonly string[]) =>
  findShell({ platform, environment, isExecutable: (file) => files.includes(file) });

const fileOf = (found: Result<Shell>): string | null => (found.ok ? found.value.file : null);

describe('the PowerShell of the terminal', () => {
  test('on Windows is Windows PowerShell by its absolute path, whatever the path says', () => {
    const file = 'D:\\Win\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
    expect(search('win32', { SystemRoot: 'D:\\Win', PATH: 'C:\\evil' }, file)).toEqual({
      ok: true,
      value: { file, title: 'Windows PowerShell' },
    });
  });

  test('elsewhere is the first pwsh of the path, and never one of a relative folder', () => {
    const environment = { PATH: '.:bin:/opt/tools:/usr/bin' };
    expect(fileOf(search('linux', environment, 'pwsh', 'bin/pwsh', '/usr/bin/pwsh'))).toBe('/usr/bin/pwsh');
    expect(fileOf(search('linux', environment, '/opt/tools/pwsh', '/usr/bin/pwsh'))).toBe('/opt/tools/pwsh');
  });

  test('is found where Homebrew puts it though the desktop knows no such path', () => {
    expect(fileOf(search('darwin', { PATH: '/usr/bin:/bin' }, '/opt/homebrew/bin/pwsh'))).toBe(
      '/opt/homebrew/bin/pwsh',
    );
  });

  test('is the one of REGROUP_PWSH', () => {
    expect(fileOf(search('linux', { REGROUP_PWSH: '/a/pwsh', PATH: '/usr/bin' }, '/a/pwsh'))).toBe('/a/pwsh');
  });

  test('is no other when REGROUP_PWSH names one that is not there, and that is what is told', () => {
    expect(search('linux', { REGROUP_PWSH: '/a/pwsh', PATH: '/usr/bin' }, '/usr/bin/pwsh')).toMatchObject({
      ok: false,
      error: { kind: 'unsupported', message: expect.stringContaining('/a/pwsh') as string },
    });
  });

  test('is missing where there is none', () => {
    for (const platform of ['linux', 'win32'] as const)
      expect(search(platform, {})).toMatchObject({
        ok: false,
        error: { message: 'There is no PowerShell on this computer.' },
      });
  });
});

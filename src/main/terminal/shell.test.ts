import { describe, expect, test } from 'vitest';
import { findShell } from './shell';

const search = (platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, ...files: readonly string[]) =>
  findShell({ platform, environment, isExecutable: (file) => files.includes(file) });

describe('the PowerShell of the terminal', () => {
  test('on Windows is Windows PowerShell by its absolute path, whatever the path says', () => {
    const file = 'D:\\Win\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
    expect(search('win32', { SystemRoot: 'D:\\Win', PATH: 'C:\\evil' }, file)).toEqual({
      file,
      title: 'Windows PowerShell',
    });
  });

  test('elsewhere is the first pwsh of the path, and never one of a relative folder', () => {
    const environment = { PATH: '.:bin:/opt/tools:/usr/bin' };
    expect(search('linux', environment, 'pwsh', 'bin/pwsh', '/usr/bin/pwsh')?.file).toBe('/usr/bin/pwsh');
    expect(search('linux', environment, '/opt/tools/pwsh', '/usr/bin/pwsh')?.file).toBe('/opt/tools/pwsh');
  });

  test('is found where Homebrew puts it though the desktop knows no such path', () => {
    expect(search('darwin', { PATH: '/usr/bin:/bin' }, '/opt/homebrew/bin/pwsh')?.file).toBe('/opt/homebrew/bin/pwsh');
  });

  test('is the one of REGROUP_PWSH, and no other when that is not there', () => {
    expect(search('linux', { REGROUP_PWSH: '/a/pwsh', PATH: '/usr/bin' }, '/a/pwsh')?.file).toBe('/a/pwsh');
    expect(search('linux', { REGROUP_PWSH: '/a/pwsh', PATH: '/usr/bin' }, '/usr/bin/pwsh')).toBeNull();
  });

  test('is missing where there is none', () => {
    expect(search('linux', {})).toBeNull();
    expect(search('win32', {})).toBeNull();
  });
});

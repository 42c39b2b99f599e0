import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { testFolder } from '../test-folder';
import { installers } from './installer.mjs';
import { librariesAreKnown, provideLibraries } from './libraries.mjs';

/** A machine whose system programs are small scripts in front of PATH. */
function machine(programs: Record<string, string>) {
  const folder = testFolder();
  for (const [name, script] of Object.entries(programs)) {
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\ncd '${folder}'\n${script}\n`);
    chmodSync(file, 0o755);
  }
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH'] ?? ''}`);
  const executable = join(folder, 'electron');
  writeFileSync(executable, '');
  mkdirSync(join(folder, 'fonts'));
  return { needs: { executable, display: false }, cache: join(folder, 'cache'), folder };
}

const withoutGtk = `
printf '\\tlinux-vdso.so.1 (0x00007ffd)\\n'
printf '\\tlibgtk-3.so.0 => not found\\n'
printf '\\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)\\n'`;

afterEach(() => {
  vi.unstubAllEnvs();
});

const find = (name: string) => installers.find((installer) => installer.name === name);

describe.runIf(process.platform === 'linux')('system libraries', () => {
  test('nothing is missing: it is remembered, for this executable', async () => {
    const { needs, cache } = machine({ ldd: 'true' });
    expect(librariesAreKnown(needs, cache)).toBe(false);
    await provideLibraries(needs, cache, { installer: undefined, isRoot: false });
    expect(librariesAreKnown(needs, cache)).toBe(true);
    writeFileSync(`${needs.executable}-other`, '');
    expect(librariesAreKnown({ ...needs, executable: `${needs.executable}-other` }, cache)).toBe(false);
  });

  test('without root the missing ones are named with the command that installs them', async () => {
    const { needs, cache } = machine({ ldd: withoutGtk, 'apt-cache': 'exit 100' });
    const outcome = provideLibraries(needs, cache, { installer: find('apt-get'), isRoot: false });
    await expect(outcome).rejects.toThrow(/missing here: libgtk-3\.so\.0\n.*\n\s+sudo apt-get install -y .*libgtk-3-0/);
    expect(librariesAreKnown(needs, cache)).toBe(false);
  });

  test('on Fedora the command is dnf’s, root or not', async () => {
    const { needs, cache } = machine({ ldd: withoutGtk });
    const outcome = provideLibraries(needs, cache, { installer: find('dnf'), isRoot: true });
    await expect(outcome).rejects.toThrow('sudo dnf install -y gtk3');
  });

  test('as root on Debian they are installed, after an update, by the names of this release', async () => {
    const { needs, cache, folder } = machine({
      ldd: `test -e installed || { ${withoutGtk}\n}`,
      'apt-cache': 'test "$2" = libasound2t64 && echo "Package: $2"',
      'apt-get': 'echo "$@" >> calls; test "$1" = install && touch installed; true',
    });
    await provideLibraries(needs, cache, { installer: find('apt-get'), isRoot: true });
    const calls = readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');
    expect(calls).toHaveLength(2);
    expect(calls[0]).toMatch(/^update/);
    expect(calls[1]).toMatch(/^install -y .* libgtk-3-0 .*libasound2t64 /);
    expect(librariesAreKnown(needs, cache)).toBe(true);
  });

  test('an installation that did not help shows what apt-get said', async () => {
    const { needs, cache } = machine({
      ldd: withoutGtk,
      'apt-cache': 'exit 100',
      'apt-get': 'echo "Unable to fetch some archives"; exit 100',
    });
    const outcome = provideLibraries(needs, cache, { installer: find('apt-get'), isRoot: true });
    await expect(outcome).rejects.toThrow('Unable to fetch some archives');
    expect(existsSync(cache)).toBe(false);
  });

  test('for tests without a display, Xvfb is one of the things that are needed', async () => {
    const { needs, cache, folder } = machine({ ldd: 'true', 'apt-cache': 'exit 100' });
    vi.stubEnv('PATH', folder);
    const outcome = provideLibraries({ ...needs, display: true }, cache, { installer: find('apt-get'), isRoot: false });
    await expect(outcome).rejects.toThrow(/missing here: Xvfb\n.*\n.* xvfb xauth/);
  });
});

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testFolder } from '../test-folder';
import { fetchLegacy, legacyExecutable, legacyIsReady } from './legacy.mjs';

/** An archive of the shape of the real one, with some files of Electron and some of the other product. */
function archive() {
  const folder = testFolder();
  const files = {
    '@wingconsoledesktop': 'executable',
    'LICENSE.electron.txt': 'MIT',
    'LICENSES.chromium.html': 'BSD',
    'libffmpeg.so': '',
    'locales/en-US.pak': '',
    'resources.pak': '',
    'resources/app/package.json': 'another product',
    'resources/app-update.yml': 'another product',
    'readme-of-the-product.txt': 'another product',
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'app', name)), { recursive: true });
    writeFileSync(join(folder, 'app', name), content);
  }
  mkdirSync(join(folder, 'package/release'), { recursive: true });
  execFileSync('tar', ['-czf', join(folder, 'package/release/app.tar.gz'), '-C', join(folder, 'app'), '.']);
  const file = join(folder, 'archive.tgz');
  execFileSync('tar', ['-czf', file, '-C', folder, 'package']);
  return file;
}

function originOf(file: string) {
  return {
    sha512: createHash('sha512').update(readFileSync(file)).digest('hex'),
    fetch: (folder: string) => {
      copyFileSync(file, join(folder, 'archive.tgz'));
      return Promise.resolve(join(folder, 'archive.tgz'));
    },
  };
}

describe.runIf(process.platform === 'linux')('the old runtime', () => {
  test('only Electron’s own files are kept, its licences among them, with our loader', async () => {
    const cache = testFolder();
    await fetchLegacy(cache, originOf(archive()));
    expect(legacyIsReady(cache)).toBe(true);
    const folder = dirname(legacyExecutable(cache));
    expect(readdirSync(folder).sort()).toEqual(
      [
        'LICENSE.electron.txt',
        'LICENSES.chromium.html',
        'electron',
        'libffmpeg.so',
        'locales',
        'resources',
        'resources.pak',
        'version',
      ].sort(),
    );
    expect(readdirSync(join(folder, 'resources'))).toEqual(['app']);
    expect(readFileSync(join(folder, 'resources/app/package.json'), 'utf8')).toContain('loader.cjs');
    expect(readdirSync(cache)).toEqual(['electron-25.1.1']);
  });

  test('an archive with another checksum is not unpacked', async () => {
    const cache = testFolder();
    const origin = { ...originOf(archive()), sha512: 'ab'.repeat(64) };
    await expect(fetchLegacy(cache, origin)).rejects.toThrow('is not the expected one: its SHA-512');
    expect(readdirSync(cache)).toEqual([]);
  });

  test('an archive that cannot be unpacked leaves nothing behind', async () => {
    const cache = testFolder();
    const file = join(testFolder(), 'broken.tgz');
    writeFileSync(file, readFileSync(archive()).subarray(0, 200));
    await expect(fetchLegacy(cache, originOf(file))).rejects.toThrow('tar could not unpack Electron');
    expect(readdirSync(cache)).toEqual([]);
    expect(legacyIsReady(cache)).toBe(false);
  });

  test('what an interrupted try left is cleared, and the next one succeeds', async () => {
    const cache = testFolder();
    mkdirSync(join(cache, 'unpacking-x/runtime'), { recursive: true });
    writeFileSync(join(cache, 'unpacking-x/runtime/electron'), 'half');
    expect(legacyIsReady(cache)).toBe(false);
    await fetchLegacy(cache, originOf(archive()));
    expect(readdirSync(cache)).toEqual(['electron-25.1.1']);
  });

  test('a runtime with an older loader gets the new one without a download', async () => {
    const cache = testFolder();
    await fetchLegacy(cache, originOf(archive()));
    writeFileSync(join(dirname(legacyExecutable(cache)), 'resources/app/loader.cjs'), 'older');
    expect(legacyIsReady(cache)).toBe(false);
    await fetchLegacy(cache, { sha512: '', fetch: () => Promise.reject(new Error('no download')) });
    expect(legacyIsReady(cache)).toBe(true);
  });
});

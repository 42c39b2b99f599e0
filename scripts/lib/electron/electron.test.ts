import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder } from '../test-folder';
import { presentElectron } from './electron.mjs';
import { rememberRefusal } from './refusal.mjs';

const executable =
  process.platform === 'win32'
    ? 'electron.exe'
    : process.platform === 'darwin'
      ? 'Electron.app/Contents/MacOS/Electron'
      : 'electron';

function write(file: string, content: string) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** A project with the electron package as npm leaves it: without the binary. */
function project() {
  const root = testFolder();
  const electron = join(root, 'node_modules/electron');
  write(join(electron, 'package.json'), JSON.stringify({ version: '45.4.1' }));
  return { root, electron, cache: join(root, '.cache') };
}

function unpackOfficial(electron: string, version: string) {
  write(join(electron, 'dist', executable), '');
  write(join(electron, 'dist/version'), version);
  write(join(electron, 'path.txt'), executable);
}

test('the folder that ELECTRON_OVERRIDE_DIST_PATH names comes first', () => {
  const { root, electron, cache } = project();
  unpackOfficial(electron, '45.4.1');
  const chosen = testFolder();
  write(join(chosen, executable), '');
  const env = { ELECTRON_OVERRIDE_DIST_PATH: chosen };
  expect(presentElectron({ root, cache, env })).toEqual({ executable: join(chosen, executable), kind: 'chosen' });
});

test('a folder without Electron in it is an error in words', () => {
  const { root, cache } = project();
  const env = { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'nowhere') };
  expect(() => presentElectron({ root, cache, env })).toThrow(/ELECTRON_OVERRIDE_DIST_PATH is set, but there is no/);
});

test('the official binary is used where it was unpacked whole', () => {
  const { root, electron, cache } = project();
  unpackOfficial(electron, '45.4.1');
  expect(presentElectron({ root, cache, env: {} })?.kind).toBe('official');
});

test('a half unpacked binary and one of another version have to be brought again', () => {
  const { root, electron, cache } = project();
  write(join(electron, 'dist', executable), '');
  expect(presentElectron({ root, cache, env: {} })).toBeUndefined();
  unpackOfficial(electron, '44.0.0');
  expect(presentElectron({ root, cache, env: {} })).toBeUndefined();
});

test('a remembered refusal alone is no runtime', () => {
  const { root, cache } = project();
  rememberRefusal(cache, '45.4.1', 'no route');
  expect(presentElectron({ root, cache, env: {} })).toBeUndefined();
});

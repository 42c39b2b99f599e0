import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildIsFresh, make } from './build.mjs';
import { testFolder } from './test-folder';

/** A project whose build copies nothing but leaves a result, or fails. */
function project() {
  const root = testFolder();
  mkdirSync(join(root, 'src'));
  writeFileSync(join(root, 'src/a.ts'), 'one');
  writeFileSync(
    join(root, 'ok.cjs'),
    "require('fs').mkdirSync('out', { recursive: true }); require('fs').writeFileSync('out/a.js', '');",
  );
  writeFileSync(join(root, 'bad.cjs'), "console.error('src/a.ts: cannot be built'); process.exit(3);");
  const build = {
    title: 'Building',
    sources: ['src'],
    stamp: 'out/a.stamp',
    results: ['out/a.js'],
    command: ['ok.cjs'],
  };
  return { root, build };
}

test('a build is made once and then skipped', async () => {
  const { root, build } = project();
  expect(buildIsFresh(root, build)).toBe(false);
  await make(root, build);
  expect(buildIsFresh(root, build)).toBe(true);
});

test('a changed, an added and a removed source make it stale; a test does not', async () => {
  const { root, build } = project();
  await make(root, build);
  writeFileSync(join(root, 'src/a.test.ts'), 'test');
  expect(buildIsFresh(root, build)).toBe(true);
  writeFileSync(join(root, 'src/b.ts'), '');
  expect(buildIsFresh(root, build)).toBe(false);
  rmSync(join(root, 'src/b.ts'));
  expect(buildIsFresh(root, build)).toBe(true);
  writeFileSync(join(root, 'src/a.ts'), 'two, and longer');
  expect(buildIsFresh(root, build)).toBe(false);
});

test('a missing result makes it stale', async () => {
  const { root, build } = project();
  await make(root, build);
  rmSync(join(root, 'out/a.js'));
  expect(buildIsFresh(root, build)).toBe(false);
});

test('a build that fails shows what it printed and is tried again', async () => {
  const { root, build } = project();
  await make(root, build);
  await expect(make(root, { ...build, command: ['bad.cjs'] })).rejects.toThrow('src/a.ts: cannot be built');
  expect(existsSync(join(root, 'out/a.stamp'))).toBe(false);
  expect(buildIsFresh(root, build)).toBe(false);
});

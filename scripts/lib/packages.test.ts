import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installPackages, packagesAreFresh } from './packages.mjs';
import { testFolder } from './test-folder';

type Packages = Record<string, { version?: string; integrity?: string; optional?: boolean }>;

function writeLock(root: string, packages: Packages) {
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'p', version: '1.0.0' }));
  const content = { name: 'p', version: '1.0.0', lockfileVersion: 3, requires: true };
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({ ...content, packages: { '': { name: 'p', version: '1.0.0' }, ...packages } }),
  );
}

/** What npm leaves behind in node_modules when it has finished. */
function writeInstalled(root: string, packages: Packages) {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }));
}

const one: Packages = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } };

test('a fresh clone has no packages', () => {
  const root = testFolder();
  writeLock(root, one);
  expect(packagesAreFresh(root)).toBe(false);
});

test('an install that was interrupted is done again', () => {
  const root = testFolder();
  writeLock(root, one);
  mkdirSync(join(root, 'node_modules/a'), { recursive: true });
  expect(packagesAreFresh(root)).toBe(false);
});

test('what somebody installed by hand counts when it is what the lock file names', () => {
  const root = testFolder();
  writeLock(root, { ...one, 'node_modules/for-windows': { version: '2.0.0', integrity: 'sha512-w', optional: true } });
  writeInstalled(root, one);
  expect(packagesAreFresh(root)).toBe(true);
});

test('a lock file that moved on makes the packages stale', () => {
  const root = testFolder();
  writeLock(root, one);
  writeInstalled(root, one);
  expect(packagesAreFresh(root)).toBe(true);
  writeLock(root, { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-b' } });
  expect(packagesAreFresh(root)).toBe(false);
});

test('npm ci installs what the lock file names, and is not needed a second time', async () => {
  const root = testFolder();
  mkdirSync(join(root, 'a'));
  writeFileSync(join(root, 'a/package.json'), JSON.stringify({ name: 'a', version: '1.0.0' }));
  const described = { name: 'p', version: '1.0.0', dependencies: { a: 'file:./a' } };
  writeFileSync(join(root, 'package.json'), JSON.stringify(described));
  const packages = { '': described, a: { version: '1.0.0' }, 'node_modules/a': { resolved: 'a', link: true } };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ ...described, lockfileVersion: 3, packages }));
  await installPackages(root);
  expect(existsSync(join(root, 'node_modules/a/package.json'))).toBe(true);
  expect(packagesAreFresh(root)).toBe(true);
  rmSync(join(root, 'node_modules'), { recursive: true });
  expect(packagesAreFresh(root)).toBe(false);
});

test('a lock file out of step with package.json is explained with npm’s own words', async () => {
  const root = testFolder();
  writeLock(root, {});
  writeFileSync(
    join(root, 'package.json'),
    JSON.stringify({ name: 'p', version: '1.0.0', dependencies: { a: '1.0.0' } }),
  );
  await expect(installPackages(root)).rejects.toThrow('npm could not install the packages');
});

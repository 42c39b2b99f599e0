import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mustRun } from './child.mjs';
import { announced } from './say.mjs';

/**
 * Something that is made from sources.
 * @typedef {object} Build
 * @property {string} title
 * @property {readonly string[]} sources files and folders that it is made from
 * @property {string} stamp file that remembers the state of the sources it was made from
 * @property {readonly string[]} results files that must be there
 * @property {readonly string[]} command script and arguments for Node
 */

/** @type {Build} */
export const appBuild = {
  title: 'Building Regroup',
  sources: [
    ...['shared', 'simulator', 'backend', 'main', 'preload', 'renderer'].map((room) => `src/${room}`),
    ...['resources', 'package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.base.json'],
  ],
  stamp: 'out/app.stamp',
  results: ['out/main/index.cjs', 'out/preload/index.cjs', 'out/renderer/index.html'],
  command: ['node_modules/electron-vite/bin/electron-vite.js', 'build'],
};

/** @type {Build} */
export const cliBuild = {
  title: 'Building the command line tool',
  sources: [
    ...['shared', 'simulator', 'backend', 'cli'].map((room) => `src/${room}`),
    ...['package.json', 'package-lock.json', 'vite.cli.config.ts', 'tsconfig.base.json'],
  ],
  stamp: 'out/cli.stamp',
  results: ['out/cli/regroup.cjs'],
  command: ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.cli.config.ts'],
};

/**
 * A value that changes whenever a source is written, added or removed. Contents are not read: it has to be fast.
 * @param {string} root
 * @param {readonly string[]} sources
 */
function stateOf(root, sources) {
  const hash = createHash('sha256');
  const visit = (/** @type {string} */ path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) visit(`${path}/${name}`);
    } else if (!/\.test\.tsx?$/.test(path)) {
      hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
    }
  };
  sources.forEach(visit);
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {Build} build
 */
export function buildIsFresh(root, build) {
  const stamp = join(root, build.stamp);
  return (
    existsSync(stamp) &&
    build.results.every((file) => existsSync(join(root, file))) &&
    readFileSync(stamp, 'utf8') === stateOf(root, build.sources)
  );
}

/**
 * @param {string} root
 * @param {Build} build
 */
export async function make(root, build) {
  const stamp = join(root, build.stamp);
  rmSync(stamp, { force: true });
  const state = stateOf(root, build.sources);
  await announced(build.title, () =>
    mustRun(build.title, process.execPath, build.command, {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
    }),
  );
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, state);
}

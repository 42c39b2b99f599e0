import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collect } from './child.mjs';
import { announced, SetUpError } from './say.mjs';

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} LockedPackages */

/** @param {string} root */
const markerOf = (root) => join(root, 'node_modules', '.regroup-lock');

/** @param {string} root */
const hashOfLock = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/**
 * Whether node_modules holds what the lock file names. A marker with the lock file's hash answers at once;
 * without one (somebody ran npm by hand) what npm noted down is compared with the lock file.
 * @param {string} root
 */
export function packagesAreFresh(root) {
  const marker = markerOf(root);
  const hash = hashOfLock(root);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return true;
  if (!installedMatchesLock(root)) return false;
  writeFileSync(marker, hash);
  return true;
}

/** @param {string} root */
function installedMatchesLock(root) {
  const noted = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(noted)) return false;
  const installed = packagesOf(noted);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found === undefined) return wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/**
 * @param {string} file
 * @returns {LockedPackages}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/**
 * Installs exactly what the lock file names. No package needs an install script, so none is run.
 * @param {string} root
 */
export async function installPackages(root) {
  await announced('Installing packages (npm ci)', async () => {
    const npm = npmCommand();
    const { code, output } = await collect(
      npm.command,
      [...npm.args, 'ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      { cwd: root, shell: npm.shell },
    );
    if (code !== 0) {
      throw new SetUpError(
        `npm could not install the packages (exit code ${code}):\n${beginning(output)}\n\n` +
          'Check that the package registry can be reached (npm ping), then try again.',
      );
    }
    writeFileSync(markerOf(root), hashOfLock(root));
  });
}

/** The npm that runs us where there is one, otherwise the one on PATH. */
export function npmCommand() {
  const own = process.env['npm_execpath'];
  if (own?.endsWith('npm-cli.js') === true && existsSync(own)) {
    return { command: process.execPath, args: [own], shell: false };
  }
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

/**
 * npm follows its complaint with pages of help.
 * @param {string} output
 */
const beginning = (output) => output.trim().split('\n').slice(0, 25).join('\n');

import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collect } from '../child.mjs';
import { announced, SetUpError } from '../say.mjs';
import { installCommand, installerHere, installNow } from './installer.mjs';

/**
 * @typedef {object} Needs
 * @property {string} executable the Electron that is going to run
 * @property {boolean} display whether a virtual display is needed too
 */

/**
 * What Electron lacks on this machine: libraries by file name, `Xvfb` and `fonts`. Empty when nothing.
 * @param {Needs} needs
 * @returns {Promise<readonly string[]>}
 */
async function missingOnLinux({ executable, display }) {
  const { output } = await collect('ldd', [executable]);
  const missing = librariesNotFound(output);
  if (display && !onPath('Xvfb')) missing.push('Xvfb');
  if (!fontsAreThere()) missing.push('fonts');
  return missing;
}

/**
 * @param {string} ldd what ldd printed
 * @returns {string[]}
 */
function librariesNotFound(ldd) {
  return [...ldd.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');
}

/**
 * Sees to it that Electron finds its libraries: installs them where that is allowed, otherwise says how.
 * @param {Needs} needs
 * @param {string} cache
 * @param {{ installer: import('./installer.mjs').Installer | undefined, isRoot: boolean }} [machine]
 */
export async function provideLibraries(needs, cache, machine = thisMachine()) {
  const missing = await missingOnLinux(needs);
  if (missing.length > 0) {
    const { installer, isRoot } = machine;
    if (installer?.name !== 'apt-get' || !isRoot) {
      throw new SetUpError(await explanation(missing, installer, needs));
    }
    const title = `Installing system libraries that Electron needs, with apt-get (missing: ${missing.join(', ')})`;
    const output = await announced(title, () => installNow(installer, needs.display));
    const still = await missingOnLinux(needs);
    if (still.length > 0) throw new SetUpError(`${await explanation(still, installer, needs)}\n\n${output}`);
  }
  mkdirSync(cache, { recursive: true });
  writeFileSync(noteOf(cache, needs), signature(needs));
}

const thisMachine = () => ({ installer: installerHere(), isRoot: process.getuid?.() === 0 });

/**
 * Whether this executable was found complete before.
 * @param {Needs} needs
 * @param {string} cache
 */
export function librariesAreKnown(needs, cache) {
  const note = noteOf(cache, needs);
  return existsSync(note) && readFileSync(note, 'utf8') === signature(needs);
}

/**
 * @param {string} cache
 * @param {Needs} needs
 */
const noteOf = (cache, needs) => join(cache, needs.display ? 'libraries-and-display.txt' : 'libraries.txt');

/** @param {Needs} needs */
function signature({ executable }) {
  return `${executable} ${statSync(executable).mtimeMs}`;
}

/**
 * @param {readonly string[]} missing
 * @param {import('./installer.mjs').Installer | undefined} installer
 * @param {Needs} needs
 */
async function explanation(missing, installer, { display }) {
  const what = `Electron needs system libraries that are missing here: ${missing.join(', ')}`;
  if (installer === undefined) return `${what}\nInstall them with the package manager of this system, then try again.`;
  return `${what}\nInstall them with:\n  ${await installCommand(installer, display)}\nthen try again.`;
}

/** @param {string} program */
function onPath(program) {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, program)));
}

/** Without any font Chromium shows boxes or stops. */
function fontsAreThere() {
  const home = process.env['HOME'] ?? '/';
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(home, '.fonts'),
    join(home, '.local/share/fonts'),
  ];
  return folders.some((folder) => existsSync(folder) && readdirSync(folder).length > 0);
}

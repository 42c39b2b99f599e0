import { statSync } from 'node:fs';
import { join } from 'node:path';
import { say, SetUpError } from '../say.mjs';
import { fetchLegacy, legacyExecutable, legacyFits, legacyIsReady, legacyVersion } from './legacy.mjs';
import { fetchOfficial, officialExecutable, officialVersion } from './official.mjs';
import { forgetRefusal, rememberedRefusal, rememberRefusal } from './refusal.mjs';

/**
 * The Electron that runs Regroup.
 * @typedef {object} Runtime
 * @property {string} executable
 * @property {'chosen' | 'official' | 'legacy'} kind chosen: by ELECTRON_OVERRIDE_DIST_PATH
 */

/**
 * @typedef {object} Places
 * @property {string} root
 * @property {string} cache
 * @property {NodeJS.ProcessEnv} env
 */

/** Name of the executable inside a folder with an unpacked Electron. */
const executableName =
  process.platform === 'win32'
    ? 'electron.exe'
    : process.platform === 'darwin'
      ? 'Electron.app/Contents/MacOS/Electron'
      : 'electron';

/**
 * The runtime that is there already; undefined when one has to be brought.
 * @param {Places} places
 * @returns {Runtime | undefined}
 */
export function presentElectron({ root, cache, env }) {
  const chosen = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (chosen !== undefined && chosen !== '') return { executable: chosenExecutable(chosen), kind: 'chosen' };
  const official = officialExecutable(root);
  if (official !== undefined) return { executable: official, kind: 'official' };
  const refused = rememberedRefusal(cache, officialVersion(root), env);
  if (refused !== undefined && legacyFits() && legacyIsReady(cache)) {
    return { executable: legacyExecutable(cache), kind: 'legacy' };
  }
  return undefined;
}

/**
 * Brings a runtime: the official one, or where that is refused, on Linux x64, the old one.
 * @param {Places} places
 * @returns {Promise<Runtime>}
 */
export async function bringElectron(places) {
  const { root, cache, env } = places;
  const version = officialVersion(root);
  let reason = legacyFits() ? rememberedRefusal(cache, version, env) : undefined;
  if (reason === undefined) {
    const outcome = await fetchOfficial(root, env);
    if ('executable' in outcome) {
      forgetRefusal(cache);
      return { executable: outcome.executable, kind: 'official' };
    }
    reason = outcome.reason;
    rememberRefusal(cache, version, reason);
    say(`  Electron ${version} cannot be had: ${reason}`);
  }
  if (!legacyFits()) throw new SetUpError(withoutElectron(version, reason));
  if (!legacyIsReady(cache)) await fetchLegacy(cache);
  return { executable: legacyExecutable(cache), kind: 'legacy' };
}

/** The line that goes with the old runtime. */
export const legacyNotice =
  `Using Electron ${legacyVersion}, an old one: good for training and tests only, ` +
  'it makes no connections to real clusters. (REGROUP_RETRY_ELECTRON=1 tries the supported one again.)';

/** @param {string} folder */
function chosenExecutable(folder) {
  const executable = join(folder, executableName);
  if (statSync(executable, { throwIfNoEntry: false })?.isFile() === true) return executable;
  throw new SetUpError(
    `ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executableName} in ${folder}.\n` +
      'Set it to the folder of an unpacked Electron, or unset it.',
  );
}

/**
 * @param {string} version
 * @param {string} reason
 */
function withoutElectron(version, reason) {
  return (
    `Regroup needs Electron ${version}, and it could not be downloaded: ${reason}\n` +
    'Try again with a connection to github.com, or\n' +
    '  set ELECTRON_MIRROR to a mirror of the Electron releases (with HTTPS_PROXY where there is a proxy), or\n' +
    `  unpack electron-v${version}-${process.platform}-${process.arch}.zip somewhere and set ELECTRON_OVERRIDE_DIST_PATH to that folder.`
  );
}

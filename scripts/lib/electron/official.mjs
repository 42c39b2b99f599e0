import { fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { collect } from '../child.mjs';
import { announced, say, seconds } from '../say.mjs';

/** @typedef {{ executable: string } | { reason: string }} Outcome */

/** How long the server may take to send its first bytes, and how long a download may stand still after that. */
const patience = { answer: 10_000, standstill: 60_000 };

/** @param {string} root */
const packageOf = (root) => join(root, 'node_modules', 'electron');

/**
 * The version that package.json pins.
 * @param {string} root
 * @returns {string}
 */
export function officialVersion(root) {
  return JSON.parse(readFileSync(join(packageOf(root), 'package.json'), 'utf8')).version;
}

/**
 * The official executable, when it was downloaded and unpacked whole.
 * @param {string} root
 * @returns {string | undefined}
 */
export function officialExecutable(root) {
  try {
    const folder = packageOf(root);
    const unpacked = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    return unpacked === officialVersion(root) && existsSync(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Downloads the official Electron with its own downloader (its cache, checksums, mirror settings) and unpacks it.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {{ answer: number, standstill: number }} [limits] milliseconds
 * @returns {Promise<Outcome>}
 */
export async function fetchOfficial(root, env, limits = patience) {
  const version = officialVersion(root);
  return announced(
    `Fetching Electron ${version}`,
    async () => {
      const reason = await download(root, env, limits);
      return reason === undefined ? unpack(root, env) : { reason };
    },
    (outcome) => ('reason' in outcome ? 'refused' : 'done'),
  );
}

/**
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Outcome>}
 */
async function unpack(root, env) {
  const { output } = await collect(process.execPath, [join(packageOf(root), 'install.js')], { env });
  const executable = officialExecutable(root);
  return executable === undefined ? { reason: `it could not be unpacked: ${output.trim()}` } : { executable };
}

/**
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {{ answer: number, standstill: number }} limits
 * @returns {Promise<string | undefined>} the reason of a failure
 */
function download(root, env, limits) {
  const proxied = env['HTTPS_PROXY'] ?? env['https_proxy'] ?? env['HTTP_PROXY'] ?? env['http_proxy'];
  const child = fork(fileURLToPath(new URL('download-official.mjs', import.meta.url)), [packageOf(root)], {
    env: { ELECTRON_GET_NO_PROGRESS: '1', ...(proxied === undefined ? {} : { ELECTRON_GET_USE_PROXY: '1' }), ...env },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve) => {
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    let toldAt = Date.now();
    const finish = (/** @type {string | undefined} */ reason) => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.kill();
      resolve(reason);
    };
    const expectWithin = (/** @type {number} */ time, /** @type {string} */ reason) => {
      clearTimeout(timer);
      timer = setTimeout(() => finish(reason), time);
    };
    expectWithin(limits.answer, `no answer within ${seconds(limits.answer)}`);
    child.on('message', (/** @type {import('./download-official.mjs').News} */ news) => {
      if (news.kind === 'done') finish(undefined);
      else if (news.kind === 'failed') finish(news.reason);
      else {
        expectWithin(limits.standstill, `the download stood still for ${seconds(limits.standstill)}`);
        if (Date.now() - toldAt > 2000) {
          toldAt = Date.now();
          say(`  ${Math.round(news.part * 100)} %`);
        }
      }
    });
    child.on('error', (error) => finish(error.message));
    child.on('exit', (code) => finish(`the downloader stopped (exit code ${code ?? 'none'})`));
  });
}

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A refused download is not tried again for a day. */
const lasts = 24 * 60 * 60 * 1000;

/** @param {string} cache */
const fileOf = (cache) => join(cache, 'electron-refused.json');

/**
 * Why the download of this version was refused within the last day; undefined when it is worth a try.
 * @param {string} cache
 * @param {string} version
 * @param {NodeJS.ProcessEnv} env REGROUP_RETRY_ELECTRON=1 makes every try worth it
 * @param {number} [now]
 * @returns {string | undefined}
 */
export function rememberedRefusal(cache, version, env, now = Date.now()) {
  if (env['REGROUP_RETRY_ELECTRON'] === '1') return undefined;
  try {
    const note = JSON.parse(readFileSync(fileOf(cache), 'utf8'));
    const age = now - note.time;
    return note.version === version && age >= 0 && age < lasts ? String(note.reason) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} cache
 * @param {string} version
 * @param {string} reason
 * @param {number} [now]
 */
export function rememberRefusal(cache, version, reason, now = Date.now()) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(fileOf(cache), JSON.stringify({ version, reason, time: now }));
}

/** @param {string} cache */
export function forgetRefusal(cache) {
  rmSync(fileOf(cache), { force: true });
}

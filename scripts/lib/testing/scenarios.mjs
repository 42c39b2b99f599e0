import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { collect } from '../child.mjs';
import { root } from '../project.mjs';
import { say, seconds } from '../say.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

/** Scenarios that run at a time. */
const lanes = 2;

const folders = ['tests/scenarios', 'resources/scenarios'];

/** The scenario files that have to meet their expectations. */
export const scenarioFiles = () =>
  folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
    .filter((file) => /\.ya?ml$/.test(file))
    .sort();

/**
 * Every scenario twice through the runner: its expectations are met, and the second run ends with the same digest.
 * @param {readonly string[]} files
 * @returns {Promise<Tally>}
 */
export async function runScenarios(files) {
  const waiting = [...files];
  /** @type {string[]} */
  const failures = [];
  const lane = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const started = Date.now();
      const complaint = await complaintAbout(file);
      say(`${complaint === undefined ? '✓' : '✗'} ${file} (${seconds(Date.now() - started)})`);
      if (complaint !== undefined) {
        failures.push(file);
        say(`${complaint}\n`);
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { passed: files.length - failures.length, failed: failures.length, skipped: 0, failures };
}

/**
 * What is wrong with a scenario's runs; undefined when nothing.
 * @param {string} file
 */
async function complaintAbout(file) {
  const first = await simulate(file);
  if (first.code !== 0) return first.complaints;
  const digest = digestOf(first.stdout);
  if (digest === undefined) return 'The runner printed no JSON object with a digest.';
  const second = digestOf((await simulate(file)).stdout);
  return digest === second ? undefined : `Two runs differ: digest ${digest}, then ${second ?? 'none'}.`;
}

/** @param {string} file */
async function simulate(file) {
  const args = ['out/cli/regroup.cjs', 'simulate', file, '--format', 'json'];
  const { code, output, stdout } = await collect(process.execPath, args, { cwd: root });
  return { code, stdout, complaints: output.replace(stdout, '').trim() || `The runner ended with exit code ${code}.` };
}

/**
 * @param {string} stdout
 * @returns {string | undefined}
 */
function digestOf(stdout) {
  try {
    return JSON.parse(stdout).digest;
  } catch {
    return undefined;
  }
}

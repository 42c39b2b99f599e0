import { collect } from '../child.mjs';
import { root } from '../project.mjs';
import { say, seconds } from '../say.mjs';

/**
 * A check of the sources: a name and a program for Node.
 * @typedef {{ name: string, command: readonly string[] }} Check
 */

const modules = 'node_modules';

/** @type {readonly Check[]} */
export const checks = [
  {
    name: 'format',
    command: [`${modules}/prettier/bin/prettier.cjs`, '--check', '--cache', '--log-level=warn', '.'],
  },
  { name: 'types', command: [`${modules}/typescript/bin/tsc`, '--build'] },
  { name: 'lint', command: [`${modules}/eslint/bin/eslint.js`, '--max-warnings=0', '.'] },
  {
    name: 'import rules',
    command: [
      ...[`${modules}/dependency-cruiser/bin/dependency-cruise.mjs`, 'src'],
      ...['--config', '.dependency-cruiser.mjs', '--output-type', 'err-long'],
    ],
  },
  { name: 'unused code', command: [`${modules}/knip/bin/knip.js`, '--no-progress'] },
];

/** @type {Check} */
export const unitTests = { name: 'unit tests', command: [`${modules}/vitest/vitest.mjs`, 'run'] };

/** Checks that run at a time. */
const lanes = 2;

/**
 * Runs checks, names each with its time when it ends, and shows all that a failing one printed.
 * @param {readonly Check[]} list
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runChecks(list) {
  const waiting = [...list];
  /** @type {string[]} */
  const failures = [];
  const lane = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const started = Date.now();
      const { code, output } = await collect(process.execPath, check.command, { cwd: root });
      say(`${code === 0 ? '✓' : '✗'} ${check.name} (${seconds(Date.now() - started)})`);
      if (code !== 0) {
        failures.push(check.name);
        say(`${output.trim()}\n`);
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { passed: list.length - failures.length, failed: failures.length, skipped: 0, failures };
}

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
    command: [
      ...[`${modules}/prettier/bin/prettier.cjs`, '--check', '--log-level=warn', '.'],
      ...['--cache', '--cache-location', `${modules}/.cache/prettier`],
    ],
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

/**
 * Runs checks one after the other, names each with its time, and shows all that a failing one printed.
 * @param {readonly Check[]} list
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(list) {
  let failed = 0;
  for (const { name, command } of list) {
    const started = Date.now();
    const { code, output } = await collect(process.execPath, command, { cwd: root });
    say(`${code === 0 ? '✓' : '✗'} ${name} (${seconds(Date.now() - started)})`);
    if (code !== 0) {
      failed += 1;
      say(`${output.trim()}\n`);
    }
  }
  return { passed: list.length - failed, failed };
}

import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inherit } from '../child.mjs';
import { hasDisplay, virtualDisplay } from '../linux/display.mjs';
import { root } from '../project.mjs';
import { provideApp, provideCli, provideElectron } from '../set-up.mjs';
import { checks, runChecks } from './checks.mjs';
import { runScenarios, scenarioFiles } from './scenarios.mjs';
import { nothing, playwrightTally, vitestTally } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

/**
 * A part of all tests; it does its own set-up beyond the packages.
 * @typedef {object} Part
 * @property {string} name
 * @property {string} title
 * @property {(args: readonly string[]) => Promise<Tally>} run args: passed on to the tool, where there is one
 */

const reports = 'out/test';

/** @type {readonly Part[]} */
export const parts = [
  {
    name: 'checks',
    title: 'Checks of the sources',
    run: () => runChecks(checks),
  },
  {
    name: 'unit',
    title: 'Unit tests',
    run: (args) =>
      vitest('unit', [
        ...['--project=node', '--project=renderer', '--coverage', '--coverage.reportOnFailure', ...args],
        // A choice of tests would leave rules without any.
        ...(args.length === 0 ? ['--reporter=./tests/support/rules-reporter.ts'] : []),
      ]),
  },
  { name: 'launcher', title: 'Launcher tests', run: (args) => vitest('launcher', ['--project=launcher', ...args]) },
  { name: 'contract', title: 'Contract tests', run: (args) => vitest('contract', ['--project=contract', ...args]) },
  {
    name: 'scenarios',
    title: 'Scenarios',
    run: async () => {
      const files = scenarioFiles();
      if (files.length === 0) return nothing;
      await provideCli();
      return runScenarios(files);
    },
  },
  { name: 'e2e', title: 'End-to-end tests', run: endToEnd },
];

/**
 * @param {string} name
 * @param {readonly string[]} args
 */
async function vitest(name, args) {
  const report = freshReport(name);
  const code = await inherit(
    process.execPath,
    [
      ...['node_modules/vitest/vitest.mjs', 'run', ...args],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  return vitestTally(join(root, report), code);
}

/** @param {readonly string[]} args */
async function endToEnd(args) {
  if (!existsSync(join(root, 'tests/e2e')) || !hasSpecs(join(root, 'tests/e2e'))) return nothing;
  const headless = !hasDisplay(process.env);
  const { executable } = await provideElectron({ display: headless });
  await provideApp();
  const display = headless ? await virtualDisplay() : undefined;
  const report = freshReport('e2e');
  try {
    const code = await inherit(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        REGROUP_ELECTRON: executable,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        ...(display === undefined ? {} : { DISPLAY: display.name }),
      },
    });
    return playwrightTally(join(root, report), code);
  } finally {
    display?.close();
  }
}

/**
 * @param {string} folder
 * @returns {boolean}
 */
function hasSpecs(folder) {
  return readdirSync(folder, { withFileTypes: true }).some((entry) =>
    entry.isDirectory() ? hasSpecs(join(folder, entry.name)) : entry.name.endsWith('.spec.ts'),
  );
}

/** @param {string} name */
function freshReport(name) {
  const report = `${reports}/${name}.json`;
  mkdirSync(join(root, reports), { recursive: true });
  rmSync(join(root, report), { force: true });
  return report;
}

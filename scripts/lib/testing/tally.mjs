import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from '../project.mjs';

/**
 * How a part of the tests ended; failures: what to look for in what was printed before, one line each.
 * @typedef {{ passed: number, failed: number, skipped: number, failures?: readonly string[] }} Tally
 */

/** @type {Tally} */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return tallies.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    nothing,
  );
}

/**
 * The line that ends a run.
 * @param {Tally} tally
 */
export function totalLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Reads vitest's JSON report. A test file that did not load counts as one failure, and so does a run that failed
 * without a failing test (an error outside of any test).
 * @param {string} file
 * @param {number} code exit code of vitest
 * @returns {Tally}
 */
export function vitestTally(file, code) {
  const report = readReport(file);
  /** @type {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }[]} */
  const failedFiles = (report?.testResults ?? []).filter(
    (/** @type {{ status: string }} */ { status }) => status === 'failed',
  );
  const failures = failedFiles.flatMap(({ name, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    const file = relative(root, name);
    return failed.length === 0 ? [file] : failed.map(({ fullName }) => `${file} › ${fullName}`);
  });
  return ended({
    passed: report?.numPassedTests ?? 0,
    failed: failures.length,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    failures,
    code,
  });
}

/**
 * Reads Playwright's JSON report; the same care about runs that failed without a failing test.
 * @param {string} file
 * @param {number} code exit code of Playwright
 * @returns {Tally}
 */
export function playwrightTally(file, code) {
  const report = readReport(file);
  const stats = report?.stats;
  return ended({
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
    failures: (report?.suites ?? []).flatMap(unexpectedIn),
    code,
  });
}

/**
 * @typedef {object} Suite
 * @property {readonly { title: string, file: string, line: number, ok: boolean }[]} [specs]
 * @property {readonly Suite[]} [suites]
 * @param {Suite} suite
 * @returns {readonly string[]}
 */
function unexpectedIn({ specs = [], suites = [] }) {
  const here = specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `${file}:${line} › ${title}`);
  return [...here, ...suites.flatMap(unexpectedIn)];
}

/**
 * A tool that failed without a failing test counts as one failure.
 * @param {Required<Tally> & { code: number }} run
 * @returns {Tally}
 */
function ended({ code, ...tally }) {
  if (code === 0 || tally.failed > 0) return tally;
  return { ...tally, failed: 1, failures: [`an error outside of any test (exit code ${code})`] };
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

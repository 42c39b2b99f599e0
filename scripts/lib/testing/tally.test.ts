import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder } from '../test-folder';
import { playwrightTally, sum, totalLine, vitestTally } from './tally.mjs';

function report(content: unknown) {
  const file = join(testFolder(), 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test('the total names skipped tests only when there are some', () => {
  expect(totalLine({ passed: 3, failed: 1, skipped: 0 })).toBe('3 passed, 1 failed');
  expect(
    totalLine(
      sum([
        { passed: 3, failed: 0, skipped: 1 },
        { passed: 2, failed: 0, skipped: 1 },
      ]),
    ),
  ).toBe('5 passed, 0 failed, 2 skipped');
});

test('a test file that did not load is a failure', () => {
  const file = report({
    numPassedTests: 2,
    numFailedTests: 1,
    numPendingTests: 1,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  });
  expect(vitestTally(file, 1)).toEqual({ passed: 2, failed: 2, skipped: 1 });
});

test('a run that failed without a failing test is a failure, and so is one that left no report', () => {
  expect(vitestTally(report({ numPassedTests: 2, testResults: [] }), 1)).toEqual({ passed: 2, failed: 1, skipped: 0 });
  expect(vitestTally(join(testFolder(), 'none.json'), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(playwrightTally(join(testFolder(), 'none.json'), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('Playwright’s figures are counted', () => {
  const file = report({ stats: { expected: 4, unexpected: 1, flaky: 0, skipped: 2 } });
  expect(playwrightTally(file, 1)).toEqual({ passed: 4, failed: 1, skipped: 2 });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../project.mjs';
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

test('a failing test is named with its file, and a file that did not load is a failure', () => {
  const file = report({
    numPassedTests: 2,
    numFailedTests: 1,
    numPendingTests: 1,
    testResults: [
      { name: join(root, 'a.test.ts'), status: 'passed', assertionResults: [{ status: 'passed', fullName: 'adds' }] },
      { name: join(root, 'b.test.ts'), status: 'failed', assertionResults: [{ status: 'failed', fullName: 'takes' }] },
      { name: join(root, 'c.test.ts'), status: 'failed', assertionResults: [] },
    ],
  });
  expect(vitestTally(file, 1)).toEqual({
    passed: 2,
    failed: 2,
    skipped: 1,
    failures: ['b.test.ts › takes', 'c.test.ts'],
  });
});

test('a run that failed without a failing test is a failure, and so is one that left no report', () => {
  const outside = { failed: 1, skipped: 0, failures: ['an error outside of any test (exit code 1)'] };
  expect(vitestTally(report({ numPassedTests: 2, testResults: [] }), 1)).toEqual({ passed: 2, ...outside });
  expect(vitestTally(join(testFolder(), 'none.json'), 1)).toEqual({ passed: 0, ...outside });
  expect(playwrightTally(join(testFolder(), 'none.json'), 1)).toEqual({ passed: 0, ...outside });
});

test('Playwright’s figures are counted, and what failed is named with its place', () => {
  const specs = [
    { title: 'moves', file: 'move.spec.ts', line: 3, ok: true },
    { title: 'drains', file: 'move.spec.ts', line: 9, ok: false },
  ];
  const file = report({
    stats: { expected: 4, unexpected: 1, flaky: 0, skipped: 2 },
    suites: [{ title: 'move.spec.ts', suites: [{ title: 'a node', specs }] }],
  });
  expect(playwrightTally(file, 1)).toEqual({
    passed: 4,
    failed: 1,
    skipped: 2,
    failures: ['move.spec.ts:9 › drains'],
  });
});

import { defineConfig } from '@playwright/test';

/** End-to-end tests in a real Electron; run them with `npm test -- e2e`, which brings Electron, build and display. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 2,
  // Only for what hangs: machines differ in speed, and in what else they do.
  timeout: 600_000,
  expect: { timeout: 120_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ?? 'out/test/e2e.json' }]],
});

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Only for what hangs: how fast a machine is says nothing of the program, and one may do much else beside. */
const patience = { testTimeout: 600_000, hookTimeout: 600_000 };

/** Rooms that run in Node; the renderer's tests get a document. */
export default defineConfig({
  test: {
    passWithNoTests: true,
    // Much of the time goes into waiting for processes that the tests start.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          ...patience,
          include: [
            'src/{shared,simulator,backend,main,preload,cli}/**/*.test.ts',
            'tests/properties/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'launcher',
          environment: 'node',
          include: ['scripts/**/*.test.ts'],
          ...patience,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          ...patience,
          setupFiles: ['tests/support/renderer-setup.ts'],
          include: ['src/renderer/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          name: 'contract',
          environment: 'node',
          include: ['tests/{contract,support}/**/*.test.ts'],
          ...patience,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/simulator/**/*.ts'],
      exclude: ['**/*.test.ts', 'src/simulator/testing/**'],
      reporter: ['text-summary', 'json-summary'],
    },
  },
});

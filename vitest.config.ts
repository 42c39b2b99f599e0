import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Rooms that run in Node; the renderer's tests get a document. */
export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
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
          testTimeout: 30_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          include: ['src/renderer/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          name: 'contract',
          environment: 'node',
          include: ['tests/{contract,support}/**/*.test.ts'],
          testTimeout: 30_000,
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

import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The measuring program as one file, as the command line tool is made. */
export default defineConfig({
  logLevel: 'warn',
  resolve: { conditions: ['node'], mainFields: ['module', 'main'] },
  ssr: { noExternal: true },
  build: {
    ssr: fileURLToPath(new URL('bench/simulator/measure.ts', import.meta.url)),
    target: 'node20',
    outDir: 'out/bench',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      external: [...builtinModules, /^node:/],
      output: { format: 'cjs', entryFileNames: 'measure.cjs', codeSplitting: false },
    },
  },
});

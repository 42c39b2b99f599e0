import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The command line tool: one CommonJS file with its dependencies inside, so that it starts fast. */
export default defineConfig({
  logLevel: 'warn',
  resolve: { conditions: ['node'], mainFields: ['module', 'main'] },
  ssr: { noExternal: true },
  build: {
    ssr: fileURLToPath(new URL('src/cli/regroup.ts', import.meta.url)),
    target: 'node20',
    outDir: 'out/cli',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      external: [...builtinModules, /^node:/],
      output: { format: 'cjs', entryFileNames: 'regroup.cjs', codeSplitting: false },
    },
  },
});

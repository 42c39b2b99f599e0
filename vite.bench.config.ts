import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** A measuring program as one file, as the command line tool is made: that of the simulator, or with `--mode powershell`. */
export default defineConfig(({ mode }) => ({
  logLevel: 'warn',
  resolve: { conditions: ['node'], mainFields: ['module', 'main'] },
  ssr: { noExternal: true },
  build: {
    ssr: fileURLToPath(
      new URL(mode === 'powershell' ? 'bench/powershell/measure.ts' : 'bench/simulator/measure.ts', import.meta.url),
    ),
    target: 'node20',
    outDir: 'out/bench',
    emptyOutDir: false,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      external: [...builtinModules, /^node:/],
      output:
        mode === 'powershell'
          ? { format: 'es', entryFileNames: 'measure-powershell.mjs', codeSplitting: false }
          : { format: 'cjs', entryFileNames: 'measure.cjs', codeSplitting: false },
    },
  },
}));

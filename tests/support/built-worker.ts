import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { projectFolder } from './electron';

/** Builds the engine's worker as the app has it, and answers where it is. Takes about a second. */
export async function buildWorker(): Promise<string> {
  const outDir = join(projectFolder, 'out', 'test', 'worker');
  await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(projectFolder, 'src', 'backend', 'simulated', 'worker.ts'),
      target: 'node18',
      outDir,
      minify: false,
      rolldownOptions: {
        external: [...builtinModules, /^node:/],
        output: { format: 'cjs', entryFileNames: 'cluster-worker.cjs', codeSplitting: false },
      },
    },
  });
  return join(outDir, 'cluster-worker.cjs');
}

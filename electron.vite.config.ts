import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The engine of the simulated cluster runs in a utility process, so it is a file of its own beside main. */
const clusterWorker = path('src/backend/simulated/worker.ts');

/** The floor is Electron 25 (Node 18, Chromium 114, CommonJS main only), so that one build runs on every runtime. */
const output = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
} as const;

export default defineConfig({
  main: {
    build: {
      target: 'node18',
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: {
        // Holds native code for each platform, so it is no part of the bundle.
        external: ['@lydell/node-pty'],
        input: {
          index: path('src/main/index.ts'),
          ...(existsSync(clusterWorker) ? { 'cluster-worker': clusterWorker } : {}),
        },
        output,
      },
    },
  },
  preload: {
    build: {
      target: 'node18',
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: { input: { index: path('src/preload/index.ts') }, output },
    },
  },
  renderer: {
    root: path('src/renderer'),
    plugins: [react()],
    // Main replaces it by a new nonce each time the page is loaded (src/main/window).
    html: { cspNonce: 'REGROUP_NONCE' },
    build: {
      target: 'chrome114',
      outDir: path('out/renderer'),
      minify: true,
      rolldownOptions: {
        input: { index: path('src/renderer/index.html') },
        output: {
          // Two files for the first picture, whatever the dialogs and tabs that come later share with it: each file is a
          // question to main.
          codeSplitting: {
            groups: [
              { name: 'index', test: /renderer[\\/]main\.ts$/, priority: 1 },
              { name: 'window', test: /app[\\/]show-window\.tsx$/ },
            ],
          },
        },
      },
    },
  },
});

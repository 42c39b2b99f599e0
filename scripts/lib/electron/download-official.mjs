/**
 * A process of its own, so that it can be stopped at any moment: downloads the official Electron into its cache.
 * Argument: the folder of the `electron` package.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** @typedef {{ kind: 'progress', part: number } | { kind: 'done' } | { kind: 'failed', reason: string }} News */

const folder = process.argv[2] ?? '';
const require = createRequire(join(folder, 'install.js'));
const { downloadArtifact } = await import(pathToFileURL(require.resolve('@electron/get')).href);

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** @param {News} news */
const tell = (news) => process.send?.(news);

try {
  await downloadArtifact({
    version: read('package.json').version,
    artifactName: 'electron',
    platform: process.platform,
    arch: architecture(),
    cacheRoot: process.env['electron_config_cache'],
    checksums: read('checksums.json'),
    downloadOptions: {
      getProgressCallback: async (/** @type {{ percent: number }} */ { percent }) =>
        tell({ kind: 'progress', part: percent }),
    },
  });
  tell({ kind: 'done' });
} catch (error) {
  tell({ kind: 'failed', reason: reasonOf(error) });
}
process.disconnect?.();

/** As the installer of the `electron` package decides, but for Rosetta, which it sees itself. */
function architecture() {
  return process.env['ELECTRON_INSTALL_ARCH'] ?? process.env['npm_config_arch'] ?? process.arch;
}

/**
 * `fetch failed` says nothing; what caused it does.
 * @param {unknown} error
 * @returns {string}
 */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

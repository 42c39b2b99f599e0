import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the project: what Electron is started with. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** The Electron that `npm start` uses: named by `npm test`, asked for when a single test is run by hand. */
export function electronExecutable(): string {
  return (
    process.env['REGROUP_ELECTRON'] ??
    execFileSync(process.execPath, ['scripts/run.mjs', 'electron-path'], {
      cwd: projectFolder,
      encoding: 'utf8',
    }).trim()
  );
}

/** Chromium refuses to run as root with its sandbox. */
export function sandboxSwitches(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

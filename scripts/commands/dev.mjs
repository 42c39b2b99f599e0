import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { appBuild } from '../lib/build.mjs';
import { inherit } from '../lib/child.mjs';
import { hasDisplay, withoutDisplay } from '../lib/linux/display.mjs';
import { sandboxSwitches } from '../lib/linux/sandbox.mjs';
import { root } from '../lib/project.mjs';
import { SetUpError } from '../lib/say.mjs';
import { provideElectron, providePackages } from '../lib/set-up.mjs';

/**
 * Opens Regroup with hot reload of the window; a change of main or preload starts it anew.
 * @param {readonly string[]} args for Regroup
 */
export async function run(args) {
  if (!hasDisplay(process.env)) throw new SetUpError(withoutDisplay);
  await providePackages();
  const { executable } = await provideElectron({ display: false });
  // What stands in out/ afterwards is for development: the next start has to build again.
  rmSync(join(root, appBuild.stamp), { force: true });
  const electronVite = ['node_modules/electron-vite/bin/electron-vite.js', 'dev', '--watch'];
  const noSandbox = sandboxSwitches().length > 0 ? ['--noSandbox'] : [];
  return inherit(process.execPath, [...electronVite, ...noSandbox, '--', ...args], {
    cwd: root,
    env: { ...process.env, ELECTRON_EXEC_PATH: executable },
  });
}

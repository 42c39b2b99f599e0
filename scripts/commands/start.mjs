import { inherit } from '../lib/child.mjs';
import { hasDisplay, withoutDisplay } from '../lib/linux/display.mjs';
import { sandboxComplaint, sandboxSwitches } from '../lib/linux/sandbox.mjs';
import { root, whereTyped } from '../lib/project.mjs';
import { SetUpError } from '../lib/say.mjs';
import { provideApp, provideElectron, providePackages } from '../lib/set-up.mjs';

/**
 * Opens Regroup; everything that is missing is set up first.
 * @param {readonly string[]} args for Regroup
 */
export async function run(args) {
  if (!hasDisplay(process.env)) throw new SetUpError(withoutDisplay);
  await providePackages();
  const { executable } = await provideElectron({ display: false });
  await provideApp();
  const complaint = sandboxComplaint(executable);
  if (complaint !== undefined) throw new SetUpError(complaint);
  const env = { ...process.env };
  delete env['ELECTRON_RUN_AS_NODE'];
  const code = await inherit(executable, [root, ...sandboxSwitches(), ...args], { cwd: whereTyped(), env });
  return code;
}

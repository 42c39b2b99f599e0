import { providePackages } from '../lib/set-up.mjs';
import { say } from '../lib/say.mjs';
import { checks, runChecks, unitTests } from '../lib/testing/checks.mjs';

/**
 * Everything that can be said about the sources without opening a window.
 * @param {readonly string[]} names of the checks to run; all when empty
 */
export async function run(names) {
  await providePackages();
  const all = [...checks, unitTests];
  const chosen = names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
  if (chosen.length === 0) {
    say(`There are these checks: ${all.map(({ name }) => name).join(', ')}`);
    return 2;
  }
  const { failed } = await runChecks(chosen);
  return failed === 0 ? 0 : 1;
}

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root, whereTyped } from '../lib/project.mjs';
import { provideCli, providePackages } from '../lib/set-up.mjs';

/**
 * The command line tool, in this very process: it starts in no time and its exit code is ours.
 * @param {readonly string[]} args
 */
export async function run(args) {
  await providePackages();
  await provideCli();
  const tool = join(root, 'out', 'cli', 'regroup.cjs');
  process.argv = [process.argv[0] ?? 'node', tool, ...args];
  process.chdir(whereTyped());
  createRequire(import.meta.url)(tool);
}

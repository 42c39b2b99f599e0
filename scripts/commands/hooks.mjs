import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inherit, mustRun } from '../lib/child.mjs';
import { root } from '../lib/project.mjs';
import { say, SetUpError } from '../lib/say.mjs';

/**
 * Without arguments: from now on git checks staged files before each commit. With `staged`: that check.
 * @param {readonly string[]} args
 */
export async function run(args) {
  if (args[0] === 'staged') return checkStaged();
  if (!existsSync(join(root, '.git')))
    throw new SetUpError('This folder is no git checkout: there is nothing to hook into.');
  await mustRun('git config', 'git', ['config', 'core.hooksPath', 'scripts/hooks'], { cwd: root });
  say('Staged files are now formatted and linted before each commit. Undo: git config --unset core.hooksPath');
  return 0;
}

/** Format and lint of what is about to be committed: seconds, not the whole `npm run check`. */
async function checkStaged() {
  const staged = await mustRun('git diff', 'git', ['diff', '--cached', '--name-only', '--diff-filter=ACM', '-z'], {
    cwd: root,
  });
  const files = staged.split('\0').filter((file) => file !== '');
  const code = /\.(ts|tsx|mjs|cjs)$/;
  const steps = [
    ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '--ignore-unknown', ...files],
    [
      'node_modules/eslint/bin/eslint.js',
      '--max-warnings=0',
      '--no-warn-ignored',
      ...files.filter((f) => code.test(f)),
    ],
  ];
  for (const step of steps) {
    if (!step.some((word) => files.includes(word))) continue;
    if ((await inherit(process.execPath, step, { cwd: root })) !== 0) return 1;
  }
  return 0;
}

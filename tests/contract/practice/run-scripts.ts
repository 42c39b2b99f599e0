import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll } from 'vitest';
import { startPracticeServer } from '#backend/practice/practice-server';
import { root } from '../../../scripts/lib/project.mjs';
import { openBackend } from '../../support/practice-rig';
import { powerShellFolder } from '../../support/pwsh';

const training = readFileSync(join(root, 'resources', 'scenarios', 'training.yaml'), 'utf8');
const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** How long the scripts of a folder may take. */
const patience = 300_000;

/** Runs the scripts of a folder of `scripts` before the tests of a suite; answers with the lines that one of them put out. */
export function outputOfScripts(pwsh: string, folder: string): (script: string) => readonly string[] | undefined {
  let found: Readonly<Record<string, readonly string[]>> = {};
  beforeAll(async () => {
    found = await runScripts(pwsh, folder);
  }, patience);
  return (script) => found[script];
}

/** What each script puts out on the training cluster, line by line; they run one after the other. */
async function runScripts(pwsh: string, folder: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const backend = await openBackend(training);
  const server = await startPracticeServer({ backend, advanceWhileWaiting: true, epoch: Date.UTC(2026, 0, 1) });
  try {
    const { stdout } = await promisify(execFile)(
      pwsh,
      ['-NoLogo', '-NoProfile', '-NonInteractive', '-File', path('run-scripts.ps1'), path(`scripts/${folder}`)],
      {
        env: {
          ...process.env,
          REGROUP_PRACTICE_PIPE: server.pipe,
          REGROUP_PRACTICE_TOKEN: server.token,
          PSModulePath: join(powerShellFolder, 'RegroupPractice'),
          POWERSHELL_TELEMETRY_OPTOUT: '1',
          NO_COLOR: '1',
        },
      },
    );
    const answer = stdout.split('\n').find((line) => line.startsWith('FOUND '));
    if (answer === undefined) throw new Error(`The scripts did not come to their end.\n${stdout}`);
    return JSON.parse(answer.slice('FOUND '.length)) as Readonly<Record<string, readonly string[]>>;
  } finally {
    await server.close();
    await backend.close();
  }
}

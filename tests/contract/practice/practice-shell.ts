import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { startPracticeServer, type PracticeServer } from '#backend/practice/practice-server';
import type { SimulatedBackend } from '#backend/simulated/simulated-backend';
import { openBackend, practiceScenario } from '../../support/practice-rig';
import { powerShellFolder } from '../../support/pwsh';

/** Where the practice modules lie. */
export const practiceModules = join(powerShellFolder, 'RegroupPractice');

/** A PowerShell that came to its end. */
interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

interface Shell {
  readonly ended: Promise<Ended>;
  /** Resolves when it has written a text. */
  readonly said: (text: string) => Promise<void>;
  /** Writes a line to it. */
  readonly tell: (text: string) => void;
}

type Environment = Readonly<Record<string, string>>;

/** PowerShells with the practice modules in front. What they compile is kept in a folder of their own. */
export interface PracticeShells {
  /** Starts one with these arguments: a script file, or a line. */
  start(what: readonly string[], environment: Environment): Shell;
  /** Runs a line to its end. */
  line(text: string, environment: Environment): Promise<Ended>;
  /** Runs a script file to its end. */
  file(path: string, environment: Environment): Promise<Ended>;
  remove(): void;
}

/** Opens none yet. `pwsh`: the executable. */
function practiceShells(pwsh: string): PracticeShells {
  // PowerShell 7 takes it for the user's own folder, but on Windows.
  const home = mkdtempSync(join(tmpdir(), 'practice-home-'));
  const start: PracticeShells['start'] = (what, environment) => {
    const { REGROUP_PRACTICE_PIPE: _, REGROUP_PRACTICE_TOKEN: __, ...inherited } = process.env;
    const shell = spawn(pwsh, ['-NoLogo', '-NoProfile', '-NonInteractive', ...what], {
      env: {
        ...inherited,
        XDG_DATA_HOME: home,
        PSModulePath: practiceModules,
        POWERSHELL_TELEMETRY_OPTOUT: '1',
        NO_COLOR: '1',
        ...environment,
      },
    });
    let output = '';
    let errors = '';
    shell.stdout.on('data', (data: Buffer) => {
      output += data.toString('utf8');
    });
    shell.stderr.on('data', (data: Buffer) => {
      errors += data.toString('utf8');
    });
    return {
      ended: new Promise((resolve, reject) => {
        shell.once('error', reject);
        shell.once('close', (code) => resolve({ code, output, errors }));
      }),
      said: (text) =>
        new Promise((resolve) => {
          const look = (): void => {
            if (output.includes(text)) resolve();
          };
          shell.stdout.on('data', look);
          look();
        }),
      tell: (text) => void shell.stdin.write(`${text}\n`),
    };
  };
  return {
    start,
    line: (text, environment) => start(['-Command', text], environment).ended,
    file: (path, environment) => start(['-File', path], environment).ended,
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** A training cluster that is served to PowerShells. Its parts are there while the tests run. */
export interface ServedPractice {
  readonly backend: SimulatedBackend;
  /** What a PowerShell needs to reach it. */
  readonly environment: Environment;
  readonly shells: PracticeShells;
}

/** Serves one for all tests of a suite. `epoch`: of simulated time 0. */
export function servedPractice(pwsh: string, epoch: number): ServedPractice {
  let opened: (ServedPractice & { readonly server: PracticeServer }) | null = null;
  beforeAll(async () => {
    const shells = practiceShells(pwsh);
    const backend = await openBackend(practiceScenario);
    const server = await startPracticeServer({ backend, advanceWhileWaiting: true, epoch });
    const environment = { REGROUP_PRACTICE_PIPE: server.pipe, REGROUP_PRACTICE_TOKEN: server.token };
    opened = { backend, server, environment, shells };
  });
  afterAll(async () => {
    await opened?.server.close();
    await opened?.backend.close();
    opened?.shells.remove();
  });
  const now = (): ServedPractice => {
    if (opened === null) throw new Error('No test runs.');
    return opened;
  };
  return {
    get backend() {
      return now().backend;
    },
    get environment() {
      return now().environment;
    },
    get shells() {
      return now().shells;
    },
  };
}

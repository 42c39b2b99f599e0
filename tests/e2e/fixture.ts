import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication } from '@playwright/test';
import { electronExecutable, projectFolder, sandboxSwitches } from '../support/electron';
import { RegroupWindow } from './pages/regroup-window';

/** How Regroup is started in a test. */
export interface LaunchOptions {
  readonly scenario?: string;
  /** Simulated against real time; 20 unless said. */
  readonly speed?: number;
  readonly paused?: boolean;
  /** Starts on the settings of an earlier start; a fresh folder unless said. */
  readonly userData?: string;
  /** PowerShell for connections from this computer; real clusters can be reached then, however old Electron is. */
  readonly powershell?: string;
  /** Folder that is looked in first for the modules. */
  readonly modulePath?: string;
  /** Beside the environment of the test. */
  readonly environment?: { readonly [name: string]: string };
}

/** Starts Regroup; whatever was started is closed after the test. */
export type Launch = (options?: LaunchOptions) => Promise<RegroupWindow>;

interface Fixtures {
  readonly launch: Launch;
  /** Regroup on the training cluster, at 20 times real time, with the first snapshot on screen. */
  readonly regroup: RegroupWindow;
  /** A folder for this test alone. */
  readonly folder: string;
}

/** Playwright's test with Regroup in it. An error in the window's console fails the test. */
export const test = base.extend<Fixtures>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'regroup-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  launch: async ({ folder }, use) => {
    const started: ElectronApplication[] = [];
    const errors: string[] = [];
    await use(async (options = {}) => {
      const app = await _electron.launch({
        executablePath: electronExecutable(),
        args: ['.', ...sandboxSwitches(), ...switches(options, join(folder, `user-data-${started.length}`))],
        cwd: projectFolder,
        env: { ...definedVariables(), ...options.environment },
      });
      started.push(app);
      const page = await app.firstWindow();
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      const window = new RegroupWindow(app, page);
      await window.ready();
      return window;
    });
    for (const app of started) await app.close();
    base.expect(errors, 'errors in the console of the window').toEqual([]);
  },
  regroup: async ({ launch }, use) => {
    await use(await launch());
  },
});

export { expect } from '@playwright/test';

function definedVariables(): { [name: string]: string } {
  const pairs = Object.entries(process.env);
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

function switches(options: LaunchOptions, freshFolder: string): string[] {
  return [
    `--user-data=${options.userData ?? freshFolder}`,
    `--speed=${options.speed ?? 20}`,
    ...(options.scenario === undefined ? [] : [`--scenario=${options.scenario}`]),
    ...(options.paused === true ? ['--paused'] : []),
    ...(options.powershell === undefined ? [] : ['--allow-old-electron', `--powershell=${options.powershell}`]),
    ...(options.modulePath === undefined ? [] : [`--module-path=${options.modulePath}`]),
  ];
}

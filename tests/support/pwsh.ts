import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { powerShellArguments } from '#backend/powershell/agent/bootstrap';
import type { AgentLaunch } from '#backend/powershell/agent/agent-launch';

/** The project's folder of PowerShell files. */
export const powerShellFolder = fileURLToPath(new URL('../../resources/powershell', import.meta.url));

/** FailoverClusters as the tests of the agent need it: a few functions that do what they are told. */
export const fakeModuleFolder = fileURLToPath(new URL('fake-cluster-module', import.meta.url));

/** A PowerShell for tests: `REGROUP_PWSH`, else `pwsh` on PATH; null, told on the console, where there is none. */
export function findPwsh(): string | null {
  const named = process.env['REGROUP_PWSH'];
  const names = process.platform === 'win32' ? ['pwsh.exe'] : ['pwsh'];
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const found = [...(named === undefined ? [] : [named]), ...onPath].find((file) => existsSync(file) && answers(file));
  if (found === undefined) console.warn('No PowerShell (REGROUP_PWSH, pwsh): its tests are skipped.');
  return found ?? null;
}

function answers(file: string): boolean {
  try {
    execFileSync(file, ['-NoLogo', '-NoProfile', '-Command', 'exit 0'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

/** Starts the real agent in a PowerShell of this machine. */
export function pwshLaunch(pwsh: string): AgentLaunch {
  return { command: pwsh, args: powerShellArguments() };
}

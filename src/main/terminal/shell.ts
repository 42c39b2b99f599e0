import { join } from 'node:path';

/** A PowerShell of this computer. */
export interface Shell {
  readonly file: string;
  /** What its tab is called. */
  readonly title: string;
}

/** What is looked at to find it. */
export interface ShellSearch {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  readonly isExecutable: (file: string) => boolean;
}

/**
 * `REGROUP_PWSH` when it is set; else Windows PowerShell on Windows, where the modules of the cluster are at home, and
 * elsewhere the `pwsh` of the path. Null: there is none.
 */
export function findShell({ platform, environment, isExecutable }: ShellSearch): Shell | null {
  const chosen = environment['REGROUP_PWSH'];
  if (chosen !== undefined && chosen !== '') return isExecutable(chosen) ? { file: chosen, title: 'PowerShell' } : null;
  if (platform === 'win32') {
    const windows = environment['SystemRoot'] ?? 'C:\\Windows';
    const file = `${windows}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`;
    return isExecutable(file) ? { file, title: 'Windows PowerShell' } : null;
  }
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  // Programs that the desktop starts have a shorter path than a login shell.
  const usual = ['/usr/local/bin', '/usr/bin', '/opt/homebrew/bin', '/snap/bin'];
  const file = [...folders, ...usual].map((folder) => join(folder, 'pwsh')).find(isExecutable);
  return file === undefined ? null : { file, title: 'PowerShell' };
}

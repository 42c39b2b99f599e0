import { join } from 'node:path';
import { clusterError, type ClusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';

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
 * elsewhere the `pwsh` of the path.
 */
export function findShell({ platform, environment, isExecutable }: ShellSearch): Result<Shell> {
  const chosen = environment['REGROUP_PWSH'];
  if (chosen !== undefined && chosen !== '')
    return isExecutable(chosen) ? success({ file: chosen, title: 'PowerShell' }) : failure(wrongChoice(chosen));
  if (platform === 'win32') {
    const windows = environment['SystemRoot'] ?? 'C:\\Windows';
    const file = `${windows}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`;
    return isExecutable(file) ? success({ file, title: 'Windows PowerShell' }) : failure(noShell);
  }
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  // Programs that the desktop starts have a shorter path than a login shell.
  const usual = ['/usr/local/bin', '/usr/bin', '/opt/homebrew/bin', '/snap/bin'];
  const file = [...folders, ...usual].map((folder) => join(folder, 'pwsh')).find(isExecutable);
  return file === undefined ? failure(noShell) : success({ file, title: 'PowerShell' });
}

const noShell = clusterError('unsupported', 'There is no PowerShell on this computer.', {
  advice: 'Install PowerShell 7 (pwsh), or name one in the environment variable REGROUP_PWSH, and open the tab again.',
});

function wrongChoice(file: string): ClusterError {
  return clusterError(
    'unsupported',
    `The environment variable REGROUP_PWSH names ${JSON.stringify(file)}, which is no program that can be started.`,
    { advice: 'Name the file of a PowerShell in it, or take it away, and start Regroup again.' },
  );
}

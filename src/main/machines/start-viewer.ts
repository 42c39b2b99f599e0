import { spawn } from 'node:child_process';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import type { ViewerStart } from './machine-viewer';

/** Starts a viewer that lives on without the app. */
export function startViewer({ command, args }: ViewerStart): Promise<Result<null>> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], { detached: true, stdio: 'ignore', shell: false });
    child.once('spawn', () => {
      child.unref();
      resolve(success(null));
    });
    child.once('error', (error) =>
      resolve(failure(clusterError('unsupported', `${command} could not be started: ${error.message}`))),
    );
  });
}

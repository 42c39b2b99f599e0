import { utilityProcess } from 'electron';
import type { WorkerHandle } from '#backend/simulated/worker-handle';
import { builtFile } from '../files';
import type { Log } from '../log/log';

/** Starts the engine in a process of its own, so that it can neither freeze the window nor take it along when it ends. */
export function startClusterWorker(log: Log): WorkerHandle {
  const child = utilityProcess.fork(builtFile('main', 'cluster-worker.cjs'), [], {
    serviceName: 'Regroup training cluster',
    stdio: 'pipe',
  });
  child.stderr?.on('data', (text: Buffer) => log.warn(`Training cluster: ${text.toString('utf8').trimEnd()}`));
  child.stdout?.on('data', (text: Buffer) => log.info(`Training cluster: ${text.toString('utf8').trimEnd()}`));
  const exit = new Promise<string>((resolve) => {
    child.once('exit', (code) => resolve(`its process ended with code ${code}`));
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => void exit.then(listener),
    stop: () => {
      child.kill();
      return Promise.resolve();
    },
  };
}

import { Worker } from 'node:worker_threads';
import type { WorkerHandle } from './worker-handle';

/** Starts the engine in a thread of this process. `file` is the built worker. */
export function startThreadWorker(file: string): WorkerHandle {
  const worker = new Worker(file);
  const exit = new Promise<string>((resolve) => {
    worker.once('error', (error) => resolve(error.message));
    worker.once('exit', (code) => resolve(`its thread ended with code ${code}`));
  });
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.on('message', listener),
    onExit: (listener) => void exit.then(listener),
    stop: async () => {
      await worker.terminate();
    },
  };
}

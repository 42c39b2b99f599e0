import { Worker } from 'node:worker_threads';
import type { WorkerHandle } from './worker-handle';

/** Starts the engine in a thread of this process. `file` is the built worker. */
export function startThreadWorker(file: string): WorkerHandle {
  const worker = new Worker(file);
  let cause: string | null = null;
  worker.on('error', (error) => {
    cause = error.message;
  });
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.on('message', listener),
    onExit: (listener) => worker.once('exit', (code) => listener(cause ?? `its thread ended with code ${code}`)),
    stop: async () => {
      await worker.terminate();
    },
  };
}

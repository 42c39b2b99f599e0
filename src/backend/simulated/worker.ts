import '#shared/jitless';
import { parentPort as threadPort } from 'node:worker_threads';
import { createSimulatedCluster } from '#simulator/simulated-cluster';
import { computerTime } from '../real-time';
import { serveTraining, type WorkerPort } from './serve-training';
import type { FromWorker, ToWorker } from './worker-protocol';

/** The port of Electron's utility process. This file must not import Electron: it runs in plain threads too. */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

function workerPort(): WorkerPort {
  const { parentPort: utilityPort } = process as { readonly parentPort?: UtilityPort };
  if (utilityPort !== undefined) {
    return {
      post: (message) => utilityPort.postMessage(message),
      onMessage: (listener) => utilityPort.on('message', ({ data }) => listener(data as ToWorker)),
    };
  }
  if (threadPort === null) throw new Error('This file is the entry of a worker; it was started as a program.');
  return {
    post: (message: FromWorker) => threadPort?.postMessage(message),
    onMessage: (listener) => threadPort?.on('message', listener),
  };
}

const port = workerPort();

process.on('uncaughtException', (error) => {
  port.post({ kind: 'failed', message: error.message });
  console.error(error);
  // The message has to leave before the process does.
  setImmediate(() => process.exit(1));
});

serveTraining({ port, time: computerTime, createCluster: createSimulatedCluster });

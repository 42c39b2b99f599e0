import { createSimulatedCluster } from '#simulator/simulated-cluster';
import type { RealTime } from '../real-time';
import { serveTraining } from './serve-training';
import type { WorkerHandle } from './worker-handle';
import type { FromWorker, ToWorker } from './worker-protocol';

/**
 * The engine in the thread of its backend, for programs without a window: nothing else waits there while it computes. Its
 * messages are copied and arrive later, as those of a worker.
 */
export function startInlineWorker(time: RealTime): WorkerHandle {
  const toWorker: ((message: ToWorker) => void)[] = [];
  const toBackend: ((message: FromWorker) => void)[] = [];
  let ended = false;
  const deliver = <T>(listeners: readonly ((message: T) => void)[], message: T): void => {
    const copy = structuredClone(message);
    setImmediate(() => {
      if (!ended) for (const listen of listeners) listen(copy);
    });
  };
  serveTraining({
    port: { post: (message) => deliver(toBackend, message), onMessage: (listener) => toWorker.push(listener) },
    time: {
      now: () => time.now(),
      after: (delay, callback) =>
        time.after(delay, () => {
          if (!ended) callback();
        }),
    },
    createCluster: createSimulatedCluster,
  });
  return {
    post: (message) => deliver(toWorker, message),
    onMessage: (listener) => toBackend.push(listener),
    onExit: () => undefined,
    stop: () => {
      ended = true;
      return Promise.resolve();
    },
  };
}

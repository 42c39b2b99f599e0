import type { ClusterUpdate } from '#shared/contract/cluster-update';
import { clusterError, type ClusterError } from '#shared/model/cluster-error';
import { failure, type Result } from '#shared/model/result';
import type { WorkerHandle } from './worker-handle';
import type { FromWorker, ToWorker, WorkerCallName, WorkerCalls } from './worker-protocol';

/** A worker as its backend uses it: calls that are always answered. */
export interface WorkerClient {
  /** Answers with what the worker says; with an error when it has ended, does not answer in time, or `signal` is aborted. */
  call<Name extends WorkerCallName>(
    name: Name,
    input: WorkerCalls[Name]['input'],
    signal?: AbortSignal,
  ): Promise<Result<WorkerCalls[Name]['output']>>;
  /** Ends the worker. Calls that are not answered yet fail. */
  stop(): Promise<void>;
}

interface WorkerClientOptions {
  readonly worker: WorkerHandle;
  readonly onUpdates: (updates: readonly ClusterUpdate[]) => void;
  /** Called once when the worker ended without being asked to. */
  readonly onLost: (error: ClusterError) => void;
  /** Milliseconds that an answer may take. */
  readonly patience?: number;
}

/** Only for one that hangs: thousands of machines on a busy computer take their time to load. */
const usualPatience = 120_000;
const advice = 'Restart the training cluster: it begins its scenario again.';

/** Speaks with a worker that has just been started. */
export function createWorkerClient(options: WorkerClientOptions): WorkerClient {
  const { worker, onUpdates, onLost, patience = usualPatience } = options;
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  let lastId = 0;
  let ended: ClusterError | null = null;
  let mistake: string | null = null;

  const end = (error: ClusterError): void => {
    ended = error;
    for (const settle of [...waiting.values()]) settle(failure(error));
  };

  const receive = (message: FromWorker): void => {
    switch (message.kind) {
      case 'answer':
        waiting.get(message.id)?.(message.result);
        return;
      case 'updates':
        onUpdates(message.updates);
        worker.post({ kind: 'received' });
        return;
      case 'failed':
        mistake = message.message;
        return;
    }
  };

  worker.onMessage((message) => {
    if (ended === null) receive(message);
  });
  worker.onExit((reason) => {
    if (ended !== null) return;
    const error = clusterError('agentCrashed', `The training cluster stopped by itself: ${mistake ?? reason}`, {
      advice,
    });
    end(error);
    onLost(error);
  });

  const call: WorkerClient['call'] = (name, input, signal) =>
    new Promise((resolve) => {
      const objection = ended ?? (signal?.aborted === true ? cancelled : null);
      if (objection !== null) {
        resolve(failure(objection));
        return;
      }
      const id = ++lastId;
      const settle = (result: Result<unknown>): void => {
        waiting.delete(id);
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        // The worker answers a call with the output of that call.
        resolve(result as Result<WorkerCalls[typeof name]['output']>);
      };
      const abort = (): void => settle(failure(cancelled));
      const timer = setTimeout(() => settle(failure(noAnswer(patience))), patience);
      signal?.addEventListener('abort', abort, { once: true });
      waiting.set(id, settle);
      worker.post({ kind: 'call', id, name, input } as ToWorker);
    });

  return {
    call,
    stop: async () => {
      if (ended === null)
        end(clusterError('notConnected', 'The training cluster was closed.', { advice: 'Start Regroup again.' }));
      await worker.stop();
    },
  };
}

const cancelled = clusterError('cancelled', 'The question was withdrawn.');

function noAnswer(patience: number): ClusterError {
  return clusterError('timeout', `The training cluster did not answer within ${patience / 1000} seconds.`, { advice });
}

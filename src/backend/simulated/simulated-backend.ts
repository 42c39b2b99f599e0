import { Readable } from 'node:stream';
import type { ClusterUpdate, ConnectionState } from '#shared/contract/cluster-update';
import type { OpeningProblem } from '#shared/contract/contract';
import type { QueryName, QueryOutputs } from '#shared/contract/queries';
import { clusterError, type ClusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import type { ClusterBackend } from '../cluster-backend';
import { readOnlyRefusal } from '../read-only';
import { createUpdateHub } from '../update-hub';
import { createWorkerClient, type WorkerClient } from './worker-client';
import type { WorkerHandle } from './worker-handle';
import type { ScenarioSource, WorkerCallName, WorkerCalls } from './worker-protocol';

/** A training cluster: the simulator in a worker of its own. */
export interface SimulatedBackend extends ClusterBackend {
  /** What is wrong with the scenarios that were passed over; null when the first one was opened, and before `connect`. */
  openingProblem(): OpeningProblem | null;
}

/** What a training cluster begins with. */
export interface SimulatedBackendOptions {
  /** Starts a worker. Called again when training is restarted after a worker died. */
  readonly startWorker: () => WorkerHandle;
  /** The first one without problems is opened. */
  readonly scenarios: readonly ScenarioSource[];
  /** Simulated milliseconds in one real millisecond. */
  readonly speed: number;
  readonly paused: boolean;
  /** Commands are refused. Clock and faults are the trainer's, and stay. */
  readonly readOnly?: boolean;
  /** Milliseconds that a worker may take to answer. */
  readonly patience?: number;
}

/** A training cluster that is not open yet. */
export function createSimulatedBackend(options: SimulatedBackendOptions): SimulatedBackend {
  const { startWorker, scenarios, readOnly = false } = options;
  const hub = createUpdateHub({
    onGap: () => void call('refresh', null),
    onWatched: (watched) => void call('watch', watched),
  });
  let client: WorkerClient | null = null;
  let opening: Promise<Result<null>> | null = null;
  let closed = false;
  let problem: OpeningProblem | null = null;
  /** What a worker that is started anew has to go on with. */
  let kept = { speed: options.speed, paused: options.paused, lastSequence: 0 };

  const tell = (connection: ConnectionState): void => hub.tell([{ kind: 'connection', connection }]);

  const keep = (updates: readonly ClusterUpdate[]): void => {
    for (const update of updates) {
      if (update.kind === 'clock') kept = { ...kept, speed: update.clock.speed, paused: update.clock.paused };
      if (update.kind === 'events')
        kept = { ...kept, lastSequence: update.events.at(-1)?.sequence ?? kept.lastSequence };
    }
  };

  const lose = (error: ClusterError): void => {
    client = null;
    tell({ status: 'lost', error });
  };

  const openOnce = async (signal: AbortSignal | undefined): Promise<Result<null>> => {
    tell({ status: 'connecting' });
    const starting = createWorkerClient({
      worker: startWorker(),
      onUpdates: (updates) => {
        keep(updates);
        hub.tell(updates);
      },
      onLost: lose,
      ...(options.patience === undefined ? {} : { patience: options.patience }),
    });
    client = starting;
    const opened = await starting.call('open', { scenarios, ...kept }, signal);
    if (!opened.ok) {
      await starting.stop();
      if (client === starting) lose(opened.error);
      return opened;
    }
    problem = opened.value.problem;
    if (hub.isWatched) void starting.call('watch', true);
    tell({ status: 'connected' });
    return success(null);
  };

  const open = (signal?: AbortSignal): Promise<Result<null>> => {
    opening ??= openOnce(signal).finally(() => {
      opening = null;
    });
    return opening;
  };

  const call = async <Name extends WorkerCallName>(
    name: Name,
    input: WorkerCalls[Name]['input'],
    signal?: AbortSignal,
  ): Promise<Result<WorkerCalls[Name]['output']>> =>
    client === null ? failure(notConnected(closed)) : client.call(name, input, signal);

  const restart = async (): Promise<Result<null>> => {
    if (closed) return failure(notConnected(closed));
    const restarted = await call('restart', null);
    if (restarted.ok) return restarted;
    const dead = client;
    client = null;
    await dead?.stop();
    return open();
  };

  return {
    capabilities: { training: true, readOnly, secondHop: false },
    training: {
      setClock: (change) => call('setClock', change),
      inject: (fault) => call('inject', fault),
      restart,
    },
    openingProblem: () => problem,
    connect: async (signal) => {
      if (closed) return failure(notConnected(closed));
      return client === null || opening !== null ? open(signal) : success(null);
    },
    subscribe: (listener) => hub.subscribe(listener),
    execute: async (request) => {
      if (!readOnly) return call('execute', request);
      // The catalogue is large, and only this needs it.
      const { onlyReads } = await import('#shared/commands/catalogue');
      return onlyReads(request.command) ? call('execute', request) : failure(readOnlyRefusal);
    },
    query: async (name, input, signal) => {
      const answer = await call('query', { name, input }, signal);
      // The worker answers a query with the output of that query.
      return answer as Result<QueryOutputs[typeof name & QueryName]>;
    },
    readFile: async (operation, name) => {
      const text = await call('file', { operation, name });
      return text.ok ? success(Readable.from([Buffer.from(text.value)])) : text;
    },
    refresh: () => call('refresh', null),
    close: async () => {
      if (closed) return;
      closed = true;
      const last = client;
      client = null;
      hub.close();
      await last?.stop();
    },
  };
}

function notConnected(closed: boolean): ClusterError {
  return closed
    ? clusterError('notConnected', 'The training cluster was closed.', { advice: 'Start Regroup again.' })
    : clusterError('notConnected', 'The training cluster does not run.', { advice: 'Restart the training cluster.' });
}

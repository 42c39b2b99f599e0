import { loadScenario } from '#simulator/scenario/load-scenario';
import type { Scenario } from '#simulator/scenario/scenario';
import type { SimulatedCluster } from '#simulator/simulated-cluster';
import { formatProblem } from '#simulator/scenario/scenario-problem';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import type { RealTime } from '../real-time';
import { createTrainingSession, type TrainingSession } from './training-session';
import type { FromWorker, OpenedCluster, OpenRequest, ToWorker, WorkerCallName, WorkerCalls } from './worker-protocol';

/** The way from a worker to its backend. */
export interface WorkerPort {
  post(message: FromWorker): void;
  onMessage(listener: (message: ToWorker) => void): void;
}

interface ServeOptions {
  readonly port: WorkerPort;
  readonly time: RealTime;
  readonly createCluster: (scenario: Scenario) => SimulatedCluster;
}

type CallHandlers = {
  readonly [Name in WorkerCallName]: (input: WorkerCalls[Name]['input']) => Result<WorkerCalls[Name]['output']>;
};

/** Answers the calls of a backend until the worker ends. What throws is a mistake of ours: the worker does not survive it. */
export function serveTraining({ port, time, createCluster }: ServeOptions): void {
  let session: TrainingSession | null = null;

  const open = (request: OpenRequest): Result<OpenedCluster> => {
    const opened = firstGood(request);
    if (!opened.ok) return opened;
    const { scenario, problem } = opened.value;
    const { speed, paused, lastSequence } = request;
    session?.stop();
    session = createTrainingSession({
      createCluster: () => createCluster(scenario),
      time,
      speed,
      paused,
      lastSequence,
      tell: (updates) => port.post({ kind: 'updates', updates }),
    });
    return success({ problem });
  };

  const inSession = <T>(work: (open: TrainingSession) => Result<T>): Result<T> =>
    session === null
      ? failure(
          clusterError('notConnected', 'The training cluster is not open.', {
            advice: 'Restart the training cluster.',
          }),
        )
      : work(session);

  const handlers: CallHandlers = {
    open,
    execute: (request) => inSession((cluster) => cluster.execute(request)),
    query: ({ name, input }) => inSession((cluster) => cluster.query(name, input)),
    file: (request) => inSession((cluster) => cluster.file(request)),
    setClock: (change) => inSession((cluster) => cluster.setClock(change)),
    inject: (fault) => inSession((cluster) => cluster.inject(fault)),
    restart: () => inSession((cluster) => cluster.restart()),
    refresh: () => inSession((cluster) => cluster.refresh()),
    watch: (watched) => inSession((cluster) => cluster.watch(watched)),
  };

  port.onMessage((message) => {
    if (message.kind === 'received') {
      session?.received();
      return;
    }
    // The compiler cannot see that the handler and the input of one name belong together.
    const handler = handlers[message.name] as (input: unknown) => Result<unknown>;
    port.post({ kind: 'answer', id: message.id, result: handler(message.input) });
  });
}

interface GoodScenario extends OpenedCluster {
  readonly scenario: Scenario;
}

function firstGood({ scenarios }: OpenRequest): Result<GoodScenario> {
  let problem: OpenedCluster['problem'] = null;
  for (const { file, text } of scenarios) {
    const loaded = loadScenario(text, file);
    if (loaded.ok) return success({ scenario: loaded.value, problem });
    problem ??= { file, problems: loaded.error.map(formatProblem) };
  }
  const lines = problem?.problems.join('\n') ?? 'none was given';
  return failure(clusterError('badInput', `No scenario could be opened: ${lines}`));
}

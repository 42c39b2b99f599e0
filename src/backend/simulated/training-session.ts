import type { ClusterUpdate } from '#shared/contract/cluster-update';
import { querySchemas, type QueryName, type QueryOutputs } from '#shared/contract/queries';
import type { Fault } from '#shared/faults/fault';
import { clusterError } from '#shared/model/cluster-error';
import type { SimulatedCluster } from '#simulator/simulated-cluster';
import { clusterView } from '#shared/model/cluster-view';
import type { Operation } from '#shared/model/operation';
import { failure, success, type Result } from '#shared/model/result';
import { z } from 'zod';
import { checkCommand } from '../check-command';
import { fileMissing } from '../file-missing';
import type { CommandRequest } from '../cluster-backend';
import { queryEvents } from '../event-query';
import type { RealTime } from '../real-time';
import { createPacer, type Pacer } from './pacer';
import { createUpdateCollector, type UpdateCollector } from './update-collector';
import type { ClockChange, FileRequest } from './worker-protocol';

/** One training cluster that lives: its clock runs, and what happens is told. */
export interface TrainingSession {
  execute(request: CommandRequest): Result<Operation>;
  query(name: QueryName, input: unknown): Result<QueryOutputs[QueryName]>;
  file(request: FileRequest): Result<string>;
  setClock(change: ClockChange): Result<null>;
  inject(fault: Fault): Result<null>;
  restart(): Result<null>;
  refresh(): Result<null>;
  watch(watched: boolean): Result<null>;
  /** What was told last has arrived. */
  received(): void;
  stop(): void;
}

interface TrainingSessionOptions {
  /** The cluster at the beginning of its scenario; called again for each restart. */
  readonly createCluster: () => SimulatedCluster;
  readonly time: RealTime;
  readonly speed: number;
  readonly paused: boolean;
  /** The sequence of the last event that was told before this session. */
  readonly lastSequence: number;
  readonly tell: (updates: readonly ClusterUpdate[]) => void;
}

interface Run {
  readonly cluster: SimulatedCluster;
  readonly collector: UpdateCollector;
  readonly pacer: Pacer;
}

/** So many messages may be on their way; then changes are collected until one has arrived. */
const largestBacklog = 2;

const done = success(null);

/** Begins the scenario. The first thing that is told is a full snapshot. */
export function createTrainingSession(options: TrainingSessionOptions): TrainingSession {
  let backlog = 0;
  let waits = false;
  let watched = false;
  let revision = 0;
  let lastSequence = options.lastSequence;

  const begin = (speed: number, paused: boolean): Run => {
    const cluster = options.createCluster();
    const collector = createUpdateCollector({ cluster, firstRevision: revision + 1, sequenceOffset: lastSequence });
    const isBusy = (): boolean => collector.isBusy;
    const pacer = createPacer({ clock: cluster, time: options.time, speed, paused, isBusy, onTick: () => publish() });
    pacer.setWatched(watched);
    return { cluster, collector, pacer };
  };

  const publish = (): void => {
    waits = backlog >= largestBacklog;
    if (waits) return;
    const updates = run.collector.collect(run.pacer);
    if (updates.length === 0) return;
    backlog += 1;
    options.tell(updates);
  };

  /** For what has to be seen at once: the clock is brought to this moment, and what was changed is told. */
  const act = <T>(work: () => Result<T>): Result<T> => {
    run.pacer.catchUp();
    const result = work();
    publish();
    run.pacer.replan();
    return result;
  };

  let run = begin(options.speed, options.paused);
  publish();

  return {
    execute: (request) =>
      act(() => {
        const checked = checkCommand(request, clusterView(run.cluster.snapshot()));
        return checked.ok ? started(run.cluster.execute(checked.value.command, checked.value.input)) : checked;
      }),
    query: (name, input) => {
      run.pacer.catchUp();
      return answer(run, name, input);
    },
    file: ({ operation, name }) => {
      const text = run.cluster.fileOf(operation, name);
      return text === null ? failure(fileMissing(name)) : success(text);
    },
    setClock: ({ speed, paused, step, advance }) =>
      act(() => {
        if (speed !== undefined) run.pacer.setSpeed(speed);
        if (paused !== undefined) run.pacer.setPaused(paused);
        if (step === true) run.pacer.step();
        if (advance !== undefined) run.pacer.advance(advance);
        return done;
      }),
    inject: (fault) =>
      act(() => {
        const objection = run.cluster.inject(fault);
        return objection === null ? done : failure(objection);
      }),
    restart: () => {
      const { speed, paused } = run.pacer;
      run.pacer.stop();
      revision = run.collector.revision;
      lastSequence = run.collector.lastSequence;
      run = begin(speed, paused);
      publish();
      return done;
    },
    refresh: () => {
      run.collector.startAnew();
      return act(() => done);
    },
    watch: (next) => {
      watched = next;
      run.pacer.setWatched(next);
      return done;
    },
    received: () => {
      backlog -= 1;
      if (waits) publish();
    },
    stop: () => run.pacer.stop(),
  };
}

/** What the simulator refuses, it records as an operation that failed as it began. */
function started(operation: Operation): Result<Operation> {
  const refusal = operation.endedAt === operation.startedAt ? operation.error : null;
  return refusal === null ? success(operation) : failure(refusal);
}

function answer({ cluster, collector }: Run, name: QueryName, input: unknown): Result<QueryOutputs[QueryName]> {
  switch (name) {
    case 'events': {
      const parsed = querySchemas.events.safeParse(input);
      return parsed.success ? success(queryEvents(collector.events(), parsed.data)) : failure(badInput(parsed.error));
    }
    case 'destinations': {
      const parsed = querySchemas.destinations.safeParse(input);
      return parsed.success
        ? success(cluster.destinations(parsed.data.role, parsed.data.kind))
        : failure(badInput(parsed.error));
    }
  }
}

function badInput(error: z.ZodError) {
  return clusterError('badInput', z.prettifyError(error));
}

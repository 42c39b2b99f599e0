import { text } from 'node:stream/consumers';
import type { ClockState } from '#shared/contract/cluster-update';
import type { EventPage } from '#shared/contract/queries';
import type { QueryInput } from '#shared/contract/queries';
import { clusterView, type ClusterView } from '#shared/model/cluster-view';
import type { JsonValue, Operation } from '#shared/model/operation';
import type { Result } from '#shared/model/result';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import type { ClusterBackend } from '../cluster-backend';
import { createSnapshotStore } from '../snapshot-store';
import { CmdletError, failureOf } from './cmdlet-failure';

/** A training cluster as cmdlets see it: its latest snapshot, and commands with their operations. */
export interface PracticeCluster {
  /** The cluster now. Throws a CmdletError while there is no snapshot. */
  view(): ClusterView;
  /** Whoever waits lets simulated time pass instead, see {@link PracticeClusterOptions}. */
  readonly skipsWaiting: boolean;
  clock(): ClockState | null;
  /** Starts a command for a cmdlet. Answers with its operation; throws a CmdletError when it is refused. */
  start(cmdlet: string, command: string, input: { readonly [key: string]: JsonValue }): Promise<Operation>;
  /**
   * Waits for the end of an operation, at most so many seconds of the cluster's time (null: as long as it takes).
   * Answers with the operation as it is then, which may still run.
   */
  settle(operation: Operation, seconds: number | null, signal: AbortSignal): Promise<Operation>;
  /** Waits the same way until something holds. Answers whether it does. */
  until(condition: (view: ClusterView) => boolean, seconds: number | null, signal: AbortSignal): Promise<boolean>;
  /** Lets simulated milliseconds pass at once. */
  advance(milliseconds: number): Promise<void>;
  /** Lets time pass until nothing is under way, at most so many simulated milliseconds. */
  advanceUntilIdle(longest: number): Promise<void>;
  /** The text of a file that an operation brought back. Throws a CmdletError where it did not. */
  fileOf(cmdlet: string, operation: Operation, name: string): Promise<string>;
  events(query: QueryInput<'events'>): Promise<EventPage>;
  /** A time of the cluster as milliseconds since 1970. */
  dateOf(time: number): number;
  stop(): void;
}

/** How a training cluster is followed. */
export interface PracticeClusterOptions {
  /** Whoever waits for an operation lets simulated time pass instead of waiting for it. For tests and scripts. */
  readonly advanceWhileWaiting: boolean;
  /** The moment, in milliseconds since 1970, at which simulated time is 0; null: such that its present is now. */
  readonly epoch: number | null;
}

/** The largest step of the clock at once: an hour. */
const largestAdvance = 3_600_000;

/** What the cluster itself has: roles of its guest clusters, which a snapshot tells too, are no groups of it. */
function withoutGuests(snapshot: ClusterSnapshot): ClusterSnapshot {
  const guests = new Set(snapshot.roles.flatMap(({ name, guestCluster }) => (guestCluster === null ? [] : [name])));
  if (guests.size === 0) return snapshot;
  return {
    ...snapshot,
    roles: snapshot.roles.filter(({ guestCluster }) => guestCluster === null),
    resources: snapshot.resources.filter(({ ownerGroup }) => !guests.has(ownerGroup)),
    disks: snapshot.disks.filter(({ ownerGroup }) => ownerGroup === null || !guests.has(ownerGroup)),
  };
}

/** Follows a connected backend until it is stopped. */
export function followCluster(backend: ClusterBackend, options: PracticeClusterOptions): PracticeCluster {
  const store = createSnapshotStore();
  const waiting = new Set<() => void>();
  const startedAt = Date.now();
  let firstTime: number | null = null;
  let clock: ClockState | null = null;

  const unsubscribe = backend.subscribe((update) => {
    if (update.kind === 'snapshot') store.replace(update);
    if (update.kind === 'delta') store.apply(update.delta);
    if (update.kind === 'clock') clock = update.clock;
    firstTime ??= clock?.now ?? null;
    for (const look of [...waiting]) look();
  });

  const valueOf = <T>(cmdlet: string, result: Result<T>): T => {
    if (result.ok) return result.value;
    throw new CmdletError(failureOf(cmdlet, result.error));
  };

  const view = (): ClusterView => {
    const current = store.current();
    if (current !== null) return clusterView(withoutGuests(current.snapshot));
    throw new CmdletError({
      win32: 1753,
      category: 'ConnectionError',
      fqid: 'ClusterEndpointNotRegistered',
      message: 'The practice cluster is not there yet, or not any more.',
    });
  };

  /** What the worker held back has been told when it answers a question that was asked after all before was received. */
  const catchUp = async (): Promise<void> => {
    await backend.query('events', { limit: 1 });
  };

  const nextUpdate = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        waiting.delete(look);
        signal.removeEventListener('abort', look);
        resolve();
      };
      waiting.add(look);
      signal.addEventListener('abort', look, { once: true });
    });

  const setClock = async (change: { step: true } | { advance: number }): Promise<void> => {
    const { training } = backend;
    if (training === null)
      throw new CmdletError({
        win32: null,
        category: 'InvalidOperation',
        fqid: 'NoClock',
        message: 'Only a training cluster has a clock that can be moved.',
      });
    valueOf('Step-RegroupClock', await training.setClock(change));
    await catchUp();
  };

  /** Lets happen what is next, but no later than `end`. False: nothing is left that could happen. */
  const stepTowards = async (end: number | null): Promise<boolean> => {
    const now = clock?.now ?? 0;
    const next = clock?.nextEventAt ?? null;
    if (next === null || (end !== null && next > end)) {
      if (end === null) return false;
      for (let at = now; at < end; at += largestAdvance)
        await setClock({ advance: Math.min(largestAdvance, end - at) });
      return true;
    }
    await setClock({ step: true });
    return true;
  };

  const present = (operation: Operation): Operation =>
    store.current()?.snapshot.operations.find(({ id }) => id === operation.id) ?? operation;

  const epoch = (): number => options.epoch ?? startedAt - (firstTime ?? 0);

  const timeOf = (): number => clock?.now ?? store.current()?.snapshot.time ?? 0;

  const until: PracticeCluster['until'] = async (condition, seconds, signal) => {
    const end = seconds === null ? null : timeOf() + seconds * 1000;
    for (;;) {
      if (condition(view())) return true;
      if (signal.aborted || (end !== null && timeOf() >= end)) return false;
      if (!options.advanceWhileWaiting) await nextUpdate(signal);
      else if (!(await stepTowards(end))) return false;
    }
  };

  return {
    view,
    skipsWaiting: options.advanceWhileWaiting,
    clock: () => clock,
    start: async (cmdlet, command, input) => {
      const operation = valueOf(cmdlet, await backend.execute({ command, input }));
      await catchUp();
      return present(operation);
    },
    settle: async (operation, seconds, signal) => {
      await until(() => present(operation).outcome !== 'running', seconds, signal);
      return present(operation);
    },
    until,
    advance: async (milliseconds) => {
      for (let left = milliseconds; left > 0; left -= largestAdvance)
        await setClock({ advance: Math.min(largestAdvance, left) });
    },
    advanceUntilIdle: async (longest) => {
      const end = timeOf() + longest;
      while ((clock?.nextEventAt ?? null) !== null && timeOf() < end) await stepTowards(end);
    },
    fileOf: async (cmdlet, { id }, name) => text(valueOf(cmdlet, await backend.readFile(id, name))),
    events: async (query) => valueOf('Get-WinEvent', await backend.query('events', query)),
    dateOf: (time) => epoch() + time,
    stop: unsubscribe,
  };
}

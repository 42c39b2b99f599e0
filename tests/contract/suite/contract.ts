import { onTestFinished, test } from 'vitest';
import type { ClusterBackend, TrainingControl } from '#backend/cluster-backend';
import type { ClusterError } from '#shared/model/cluster-error';
import type { Operation } from '#shared/model/operation';
import type { Result } from '#shared/model/result';
import { watch, type Watcher } from '../watcher';

/** What a kind of backend gives to the suite. Each backend is on the cluster of `two-nodes.yaml`. */
export interface BackendKind {
  readonly name: string;
  /** Whether it has a clock and faults; without them only what needs neither is tested. */
  readonly training: boolean;
  /** Whether it carries out commands. */
  readonly commands: boolean;
  /** Milliseconds that something may take to come to pass; 10 s when left out. */
  readonly patience?: number;
  /** A new backend that is not connected. */
  create(options: { readonly readOnly: boolean }): ClusterBackend | Promise<ClusterBackend>;
  /** Ends the process or thread that does the backend's work, as a crash would. Of training clusters only. */
  crash?(backend: ClusterBackend): Promise<void>;
}

/** What the parts of the suite stand on. */
export interface Contract {
  readonly kind: BackendKind;
  /** A test that needs a clock. */
  readonly timed: (name: string, run: () => Promise<void>) => void;
  /** A test that needs commands to be carried out. */
  readonly acting: (name: string, run: () => Promise<void>) => void;
  /** A backend that is not connected. */
  readonly create: (readOnly?: boolean) => Promise<ClusterBackend>;
  /** A backend that is connected and has told its first snapshot. */
  readonly connect: (readOnly?: boolean) => Promise<{ readonly backend: ClusterBackend; readonly watcher: Watcher }>;
  /** The operation when it has ended. */
  readonly ended: (watcher: Watcher, operation: Operation) => Promise<Operation>;
}

/** A speed of the clock at which nobody waits. */
export const speed = 1000;

/** A command that every backend knows. */
export const liveMigrate = { command: 'role.liveMigrate', input: { role: 'VM1', destination: 'Demo2' } } as const;

/** What was answered; a refusal fails the test. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`Refused: ${result.error.message}`);
}

/** Why it was refused; an answer fails the test. */
export function errorOf(result: Result<unknown>): ClusterError {
  if (!result.ok) return result.error;
  throw new Error(`Not refused: ${JSON.stringify(result.value)}`);
}

/** The clock and the faults of a training cluster. */
export function trainingOf({ training }: ClusterBackend): TrainingControl {
  if (training === null) throw new Error('This backend has no clock.');
  return training;
}

/** The node of a role. */
export const ownerOf = (watcher: Watcher, role: string): string | null | undefined =>
  watcher.snapshot.roles.find(({ name }) => name === role)?.ownerNode;

/** The contract on one kind of backend. */
export function contractOn(kind: BackendKind): Contract {
  const create = async (readOnly = false): Promise<ClusterBackend> => {
    const backend = await kind.create({ readOnly });
    onTestFinished(() => backend.close());
    return backend;
  };

  const connect = async (readOnly = false): Promise<{ backend: ClusterBackend; watcher: Watcher }> => {
    const backend = await create(readOnly);
    const watcher = watch(backend, kind.patience);
    valueOf(await backend.connect());
    await watcher.until('the first snapshot', () => watcher.updates.length > 0);
    return { backend, watcher };
  };

  const ended = (watcher: Watcher, { id }: Operation): Promise<Operation> =>
    watcher.until('the end of the operation', () => {
      const operation = watcher.snapshot.operations.find((candidate) => candidate.id === id);
      return operation !== undefined && operation.outcome !== 'running' && operation;
    });

  return {
    kind,
    timed: (name, run) => {
      if (kind.training) test(name, run);
    },
    acting: (name, run) => {
      if (kind.commands) test(name, run);
    },
    create,
    connect,
    ended,
  };
}

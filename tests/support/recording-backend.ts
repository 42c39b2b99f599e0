import { Readable } from 'node:stream';
import type { ClusterBackend } from '#backend/cluster-backend';
import type { ClusterUpdate } from '#shared/contract/cluster-update';
import { success } from '#shared/model/result';
import { sampleOperation } from './sample-objects';

/** A backend that does nothing but remember what it was asked. */
export interface RecordingBackend extends ClusterBackend {
  readonly asked: readonly (readonly unknown[])[];
  /** How many listen. */
  readonly listeners: number;
  tell(update: ClusterUpdate): void;
}

/** A connected backend. Its queries wait until their signal is aborted; everything else succeeds at once. */
export function recordingBackend(changes: Partial<ClusterBackend> = {}): RecordingBackend {
  const asked: (readonly unknown[])[] = [];
  const listeners = new Set<(update: ClusterUpdate) => void>();
  const record =
    <T>(name: string, value: T) =>
    (...inputs: readonly unknown[]) => {
      asked.push([name, ...inputs]);
      return Promise.resolve(success(value));
    };
  return {
    capabilities: { training: true, readOnly: false, secondHop: false },
    training: { setClock: record('setClock', null), inject: record('inject', null), restart: record('restart', null) },
    connect: record('connect', null),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    execute: record('execute', sampleOperation()),
    query: (name, input, signal) => {
      asked.push(['query', name, input]);
      return new Promise((resolve) => {
        const cancelled = { kind: 'cancelled', code: null, message: 'Cancelled.', advice: null } as const;
        signal?.addEventListener('abort', () => resolve({ ok: false, error: cancelled }));
      });
    },
    readFile: record('readFile', Readable.from([])),
    refresh: record('refresh', null),
    close: () => Promise.resolve(),
    ...changes,
    asked,
    get listeners() {
      return listeners.size;
    },
    tell: (update) => {
      for (const listener of listeners) listener(update);
    },
  };
}

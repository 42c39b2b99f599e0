import type { RealTime } from '#backend/real-time';
import type { ClusterError } from '#shared/model/cluster-error';
import { failure } from '#shared/model/result';
import { noConnection } from './no-connection';
import type { RealBackends } from './real-backends';

/** Tests of connections that run. */
export interface ConnectionTests {
  readonly run: RealBackends['test'];
  /** Cancels all; resolves when their agents are gone, or at the latest after five seconds. */
  close(): Promise<void>;
}

interface TestsOptions {
  /** Why no connection may be tried; null: they may. */
  readonly refusal: ClusterError | null;
  readonly isKept: (connection: string) => boolean;
  readonly loadBackends: () => Promise<Pick<RealBackends, 'test'>>;
  readonly time: RealTime;
}

const longestEnd = 5000;

/** No test runs yet. */
export function createTests({ refusal, isKept, loadBackends, time }: TestsOptions): ConnectionTests {
  const running = new Map<Promise<unknown>, AbortController>();
  return {
    run: async (connection, signal, onStep) => {
      if (refusal !== null) return failure(refusal);
      if (connection.id !== null && !isKept(connection.id)) return failure(noConnection(connection.id));
      const { test } = await loadBackends();
      const controller = new AbortController();
      const abort = (): void => controller.abort();
      signal.addEventListener('abort', abort, { once: true });
      if (signal.aborted) abort();
      const testing = test(connection, controller.signal, onStep);
      running.set(testing, controller);
      try {
        return await testing;
      } finally {
        signal.removeEventListener('abort', abort);
        running.delete(testing);
      }
    },
    close: async () => {
      for (const controller of running.values()) controller.abort();
      const all = Promise.allSettled(running.keys());
      await Promise.race([all, new Promise<void>((resolve) => time.after(longestEnd, resolve))]);
    },
  };
}

import type { ClusterBackend } from '#backend/cluster-backend';
import type { Caller } from './handlers';

/** Which page gets the updates of which connection: one subscription a page and connection. */
export interface Subscriptions {
  /** Starts updates with a snapshot; anew when they had started. They end with the page. */
  start(caller: Caller, connection: string, backend: ClusterBackend): void;
  stop(caller: Caller, connection: string): void;
}

/** No subscriptions yet. */
export function createSubscriptions(): Subscriptions {
  const running = new WeakMap<Caller, Map<string, () => void>>();
  const ofCaller = (caller: Caller): Map<string, () => void> => {
    const known = running.get(caller);
    if (known !== undefined) return known;
    const stops = new Map<string, () => void>();
    running.set(caller, stops);
    caller.gone.addEventListener('abort', () => {
      for (const stop of stops.values()) stop();
      stops.clear();
    });
    return stops;
  };
  const stop = (caller: Caller, connection: string): void => {
    const stops = ofCaller(caller);
    stops.get(connection)?.();
    stops.delete(connection);
  };
  return {
    start: (caller, connection, backend) => {
      stop(caller, connection);
      if (caller.gone.aborted) return;
      const end = backend.subscribe((update) => caller.send('cluster.update', { connection, update }));
      ofCaller(caller).set(connection, end);
    },
    stop,
  };
}

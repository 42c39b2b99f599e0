import type { ClusterBackend } from '#backend/cluster-backend';
import type { Caller } from './handlers';

/** Which page gets the updates of which connection: one subscription a page and connection. */
export interface Subscriptions {
  /** Starts updates with a snapshot; anew when they had started. They end with the page. */
  start(caller: Caller, connection: string, backend: ClusterBackend): void;
  stop(caller: Caller, connection: string): void;
  /** A connection has another backend now: all its subscriptions begin anew. */
  move(connection: string, backend: ClusterBackend): void;
}

/** No subscriptions yet. */
export function createSubscriptions(): Subscriptions {
  const running = new Map<Caller, Map<string, () => void>>();
  const ofCaller = (caller: Caller): Map<string, () => void> => {
    const known = running.get(caller);
    if (known !== undefined) return known;
    const stops = new Map<string, () => void>();
    running.set(caller, stops);
    caller.gone.addEventListener('abort', () => {
      for (const stop of stops.values()) stop();
      running.delete(caller);
    });
    return stops;
  };
  const stop = (caller: Caller, connection: string): void => {
    const stops = ofCaller(caller);
    stops.get(connection)?.();
    stops.delete(connection);
  };
  const start: Subscriptions['start'] = (caller, connection, backend) => {
    if (caller.gone.aborted) return;
    stop(caller, connection);
    const end = backend.subscribe((update) => caller.send('cluster.update', { connection, update }));
    ofCaller(caller).set(connection, end);
  };
  return {
    start,
    stop,
    move: (connection, backend) => {
      for (const [caller, stops] of running) if (stops.has(connection)) start(caller, connection, backend);
    },
  };
}

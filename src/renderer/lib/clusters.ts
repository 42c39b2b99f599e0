import type { Connection } from '#shared/contract/contract';
import type { AppAccess } from './app-context';
import { clusterClient } from './cluster-client';
import type { ClusterAccess } from './cluster-context';
import { clusterStore } from './cluster-store';
import { equalFields } from './equality';
import { pacedFrames } from './paced-frames';

/** All clusters of the tree. Each has its own client and store; while it is open they are kept current. */
export interface Clusters {
  /** In the order of the tree; the same list until a connection in it changes. */
  readonly all: readonly ClusterAccess[];
  /** Tells when `all` is another list; what changes inside a cluster is told by its own store. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A cluster with the way to end its updates. */
interface Entry {
  readonly access: ClusterAccess;
  readonly stop: () => void;
}

/** Follows the connections that main tells of, beginning with those that it has now. */
export function followClusters(app: AppAccess, first: readonly Connection[]): Clusters {
  const listeners = new Set<() => void>();
  let entries: readonly Entry[] = first.map((connection) => begin(app, connection));
  let all = entries.map(({ access }) => access);

  app.bridge.on('connections.changed', (connections) => {
    const before = new Map(entries.map((entry) => [entry.access.connection.id, entry]));
    entries = connections.map((connection) => {
      const known = before.get(connection.id);
      before.delete(connection.id);
      return known === undefined ? begin(app, connection) : goOn(app, known, connection);
    });
    for (const gone of before.values()) gone.stop();
    all = entries.map(({ access }) => access);
    for (const listener of listeners) listener();
  });

  return {
    get all() {
      return all;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Its updates come while the window is still being built. */
function begin({ bridge, app }: AppAccess, connection: Connection): Entry {
  const client = clusterClient(bridge, connection.id, () => crypto.randomUUID());
  const store = clusterStore({
    resynchronise: () => client.resynchronise(),
    schedule: pacedFrames(),
    now: () => performance.now(),
  });
  const stop = connection.open ? client.subscribe((update) => store.apply(update)) : () => undefined;
  return { access: { bridge, app, connection, client, store }, stop };
}

/** The same cluster goes on with what is known of it; what was closed or leads elsewhere now begins anew. */
function goOn(app: AppAccess, entry: Entry, connection: Connection): Entry {
  const { access } = entry;
  if (equalFields(access.connection, connection)) return entry;
  if (connection.open && access.connection.open && sameReach(access.connection, connection)) {
    return { ...entry, access: { ...access, connection } };
  }
  entry.stop();
  return begin(app, connection);
}

/** Main answers the same questions about it. */
function sameReach(a: Connection, b: Connection): boolean {
  const reach = ({ capabilities, draft }: Connection) => ({ capabilities, place: draft?.place ?? null });
  return equalFields(reach(a), reach(b));
}

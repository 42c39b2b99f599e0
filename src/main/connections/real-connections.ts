import { isDeepStrictEqual } from 'node:util';
import type { ClusterBackend } from '#backend/cluster-backend';
import { waitAtMost, type RealTime } from '#backend/real-time';
import type { ConnectionDraft } from '#shared/contract/connections';
import type { Connection } from '#shared/contract/contract';
import type { ClusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import type { Log } from '../log/log';
import { connectionName } from './connection-name';
import type { ConnectionStore, KeptConnection } from './connection-store';
import { holdOpen, type HeldConnection } from './hold-open';
import { noConnection } from './no-connection';
import type { RealBackends } from './real-backends';

/** Connections to real clusters: what is kept of them, and those that are open. */
export interface RealConnections {
  list(): readonly Connection[];
  /** The backend of one that is open. */
  find(id: string): ClusterBackend | undefined;
  add(draft: ConnectionDraft): Connection;
  change(id: string, draft: ConnectionDraft): Promise<Result<Connection>>;
  remove(id: string): Promise<Result<null>>;
  /** Opens it, or tries at once where it is open and lost. Answers before it is known whether that works. */
  open(id: string): Promise<Result<null>>;
  close(id: string): Promise<Result<null>>;
  /** Ends all that are open; resolves when their agents are gone, or at the latest after five seconds. */
  closeAll(): Promise<void>;
}

/** What connections need of the program. */
export interface RealConnectionsOptions {
  readonly store: ConnectionStore;
  /** Why no connection may be opened; null: they may. */
  readonly refusal: ClusterError | null;
  readonly loadBackends: () => Promise<Pick<RealBackends, 'create'>>;
  /** The list is another than before. */
  readonly onChange: () => void;
  /** One that was open has another backend now; whoever listened to the old one hears nothing any more. */
  readonly onReopened: (id: string, backend: ClusterBackend) => void;
  /** Forgets the secrets of a connection. */
  readonly forgetSecrets: (id: string) => void;
  readonly newId: () => string;
  readonly time: RealTime;
  readonly log: Log;
}

/** Milliseconds that agents have to end, those included that have to be killed. */
const longestEnd = 5000;

/** Opens those that are to be open from the start. */
export function createRealConnections(options: RealConnectionsOptions): RealConnections {
  const { store, refusal, onChange, onReopened, time, log } = options;
  const held = new Map<string, HeldConnection>();
  /** Agents that are being ended. */
  const ending = new Set<Promise<void>>();
  let ended = false;

  const connectionOf = ({ id, draft }: KeptConnection): Connection => ({
    id,
    name: connectionName(draft),
    // On this computer commands run as its user; elsewhere in a session that has no credentials for other nodes.
    capabilities: { training: false, readOnly: draft.readOnly, secondHop: draft.place.kind !== 'local' },
    draft,
    open: held.has(id),
  });

  const open = async (id: string): Promise<Result<ClusterBackend>> => {
    if (refusal !== null) return failure(refusal);
    const backends = await options.loadBackends();
    // It may have been removed, changed or opened meanwhile.
    const connection = store.find(id);
    if (connection === undefined || ended) return failure(noConnection(id));
    const known = held.get(connection.id);
    if (known !== undefined) {
      known.tryNow();
      return success(known.backend);
    }
    const created = backends.create(connection);
    if (!created.ok) return created;
    const onMistake = (error: unknown): void => log.error(`Connecting to ${connection.id} failed.`, error);
    const onFailure = ({ message }: ClusterError): void =>
      log.warn(`Connection ${connection.id} could not be opened: ${message}`);
    held.set(connection.id, holdOpen({ backend: created.value, time, onFailure, onMistake }));
    return created;
  };

  const close = (id: string): Promise<void> => {
    const end = held.get(id)?.close() ?? Promise.resolve();
    held.delete(id);
    ending.add(end);
    return end.finally(() => ending.delete(end));
  };

  const openAtStart = async (id: string): Promise<void> => {
    const opened = await open(id);
    if (opened.ok) onChange();
    else log.warn(`Connection ${id} was not opened at the start: ${opened.error.message}`);
  };
  for (const { id, draft } of store.all()) if (draft.openAtStart) void openAtStart(id);

  return {
    list: () => store.all().map(connectionOf),
    find: (id) => held.get(id)?.backend,
    add: (draft) => {
      const connection = { id: options.newId(), draft };
      store.put(connection);
      onChange();
      return connectionOf(connection);
    },
    change: async (id, draft) => {
      const before = store.find(id);
      if (before === undefined) return failure(noConnection(id));
      const changed = { id, draft };
      store.put(changed);
      // Whoever was let in somewhere else has not been let in here.
      if (!isDeepStrictEqual(before.draft.place, draft.place)) options.forgetSecrets(id);
      if (held.has(id) && !isSameWay(before.draft, draft)) {
        void close(id);
        onChange();
        const opened = await open(id);
        if (!opened.ok) return opened;
        onReopened(id, opened.value);
      }
      onChange();
      return success(connectionOf(changed));
    },
    remove: async (id) => {
      if (store.find(id) === undefined) return failure(noConnection(id));
      store.remove(id);
      options.forgetSecrets(id);
      const closing = close(id);
      onChange();
      await closing;
      return success(null);
    },
    open: async (id) => {
      if (store.find(id) === undefined) return failure(noConnection(id));
      const opened = await open(id);
      if (opened.ok) onChange();
      return opened.ok ? success(null) : opened;
    },
    close: async (id) => {
      if (store.find(id) === undefined) return failure(noConnection(id));
      const closing = close(id);
      onChange();
      await closing;
      return success(null);
    },
    closeAll: async () => {
      ended = true;
      for (const id of [...held.keys()]) void close(id);
      await waitAtMost(time, longestEnd, Promise.all(ending));
    },
  };
}

/** Whether an open connection can stay as it is. */
function isSameWay(one: ConnectionDraft, other: ConnectionDraft): boolean {
  return one.readOnly === other.readOnly && isDeepStrictEqual(one.place, other.place);
}

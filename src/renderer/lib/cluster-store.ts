import type { ClockState, ClusterUpdate, ConnectionState } from '#shared/contract/cluster-update';
import type { FabricState } from '#shared/faults/fault';
import type { ClusterEvent } from '#shared/model/cluster-event';
import type { ClusterView } from '#shared/model/cluster-view';
import type { Operation } from '#shared/model/operation';
import type { SnapshotListName } from '#shared/model/snapshot';
import { clusterTables, type ListItem } from './cluster-tables';
import { emptySnapshot } from './empty-snapshot';

/** What is known of a cluster now. */
export interface ClusterReading {
  /** Whether the first snapshot came. Before it everything is empty. */
  readonly loaded: boolean;
  /** Always the same object; what it answers is current. */
  readonly view: ClusterView;
  /** Lives on through a rename. */
  byId<List extends SnapshotListName>(list: List, id: string): ListItem<List> | undefined;
  /** Operations that are part of this one, oldest first. */
  childrenOf(operation: string): readonly Operation[];
  readonly connection: ConnectionState;
  /** When the connection came to stand so, on the clock that the store was given. */
  readonly connectionSince: number;
  /** Null for real clusters, and until it was told. */
  readonly clock: ClockState | null;
  readonly fabric: FabricState | null;
  /** The latest that were told since the window opened, newest first, {@link recentEventLimit} at most. */
  readonly recentEvents: readonly ClusterEvent[];
  /** When the last update came, on the clock that the store was given. */
  readonly updatedAt: number;
}

/** One cluster as the window knows it: fed by updates, read by selectors. */
export interface ClusterStore {
  /** Always the same object; what it answers is current. */
  readonly reading: ClusterReading;
  apply(update: ClusterUpdate): void;
  /** Tells of changes, several updates at once where they come close together. */
  subscribe(listener: () => void): () => void;
}

/** What a store needs from outside. */
export interface ClusterStoreDependencies {
  /** Asks for a full snapshot, because a revision is missing. */
  readonly resynchronise: () => void;
  /** Runs the callback soon, once for many updates (with the next frame). */
  readonly schedule: (callback: () => void) => void;
  /** Real milliseconds, for the age of the data. */
  readonly now: () => number;
}

/** How many events `recentEvents` keeps. */
export const recentEventLimit = 500;

/** An empty store that waits for its first snapshot. */
export function clusterStore({ resynchronise, schedule, now }: ClusterStoreDependencies): ClusterStore {
  const tables = clusterTables(emptySnapshot);
  const listeners = new Set<() => void>();
  let revision: number | null = null;
  let waitsForSnapshot = true;
  let scheduled = false;
  let state: Pick<
    ClusterReading,
    'loaded' | 'connection' | 'connectionSince' | 'clock' | 'fabric' | 'recentEvents' | 'updatedAt'
  > = {
    loaded: false,
    connection: { status: 'connecting' },
    connectionSince: now(),
    clock: null,
    fabric: null,
    recentEvents: [],
    updatedAt: now(),
  };

  const reading: ClusterReading = {
    view: tables.view,
    byId: (list, id) => tables.byId(list, id),
    childrenOf: (operation) => tables.childrenOf(operation),
    get loaded() {
      return state.loaded;
    },
    get connection() {
      return state.connection;
    },
    get connectionSince() {
      return state.connectionSince;
    },
    get clock() {
      return state.clock;
    },
    get fabric() {
      return state.fabric;
    },
    get recentEvents() {
      return state.recentEvents;
    },
    get updatedAt() {
      return state.updatedAt;
    },
  };

  const notify = (): void => {
    scheduled = false;
    for (const listener of listeners) listener();
  };

  const take = (update: ClusterUpdate): void => {
    switch (update.kind) {
      case 'snapshot':
        tables.replace(update.snapshot);
        revision = update.revision;
        waitsForSnapshot = false;
        state = { ...state, loaded: true };
        return;
      case 'delta':
        if (waitsForSnapshot) return;
        if (revision !== null && update.delta.revision <= revision) return;
        if (revision !== null && update.delta.revision !== revision + 1) {
          waitsForSnapshot = true;
          resynchronise();
          return;
        }
        tables.change(update.delta);
        revision = update.delta.revision;
        return;
      case 'events':
        state = { ...state, recentEvents: latest(update.events, state.recentEvents) };
        return;
      case 'clock':
        state = { ...state, clock: update.clock };
        return;
      case 'fabric':
        state = { ...state, fabric: update.fabric };
        return;
      case 'connection':
        if (update.connection.status !== state.connection.status) state = { ...state, connectionSince: now() };
        state = { ...state, connection: update.connection };
        return;
    }
  };

  return {
    reading,
    apply: (update) => {
      take(update);
      // How a connection stands is no data: what is shown grows old while it is lost.
      if (update.kind !== 'connection') state = { ...state, updatedAt: now() };
      if (scheduled) return;
      scheduled = true;
      schedule(notify);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function latest(added: readonly ClusterEvent[], known: readonly ClusterEvent[]): readonly ClusterEvent[] {
  const newest = known[0]?.sequence ?? -1;
  const fresh = added.filter((event) => event.sequence > newest).sort((a, b) => b.sequence - a.sequence);
  return fresh.length === 0 ? known : [...fresh, ...known].slice(0, recentEventLimit);
}

import type { ClusterUpdate } from '#shared/contract/cluster-update';
import { createSnapshotStore } from './snapshot-store';

/** Passes on what one backend tells to all who subscribed, and brings those who come later up to date. */
export interface UpdateHub {
  /** Whether anybody listens. */
  readonly isWatched: boolean;
  tell(updates: readonly ClusterUpdate[]): void;
  /**
   * The listener first gets a snapshot, as soon as there is one, then clock, faults and connection, then what changes.
   * A connection that is lost or being made is told at once: there may never be a snapshot. The answer stops it.
   */
  subscribe(listener: (update: ClusterUpdate) => void): () => void;
  /** Nothing is told any more. */
  close(): void;
}

interface UpdateHubOptions {
  /** A change is missing: a full snapshot is needed. Called once until it comes. */
  readonly onGap: () => void;
  /** The first listener came or the last one went. */
  readonly onWatched: (watched: boolean) => void;
}

/** Kinds of update of which only the latest counts. */
type Standing = Extract<ClusterUpdate, { kind: 'clock' | 'fabric' | 'connection' }>;

interface Listener {
  readonly listen: (update: ClusterUpdate) => void;
  /** It has its snapshot. */
  ready: boolean;
}

/** A hub without listeners. */
export function createUpdateHub({ onGap, onWatched }: UpdateHubOptions): UpdateHub {
  const store = createSnapshotStore();
  const listeners = new Set<Listener>();
  const standing = new Map<Standing['kind'], Standing>();
  let gap = false;

  const pass = (update: ClusterUpdate): void => {
    for (const { ready, listen } of [...listeners]) if (ready || isAway(update)) listen(update);
  };

  const begin = (listener: Listener): void => {
    const current = store.current();
    if (current === null) return;
    listener.ready = true;
    listener.listen({ kind: 'snapshot', ...current });
    for (const update of standing.values()) listener.listen(update);
  };

  const take = (update: ClusterUpdate): void => {
    switch (update.kind) {
      case 'snapshot':
        gap = false;
        store.replace(update);
        pass(update);
        for (const listener of [...listeners]) if (!listener.ready) begin(listener);
        return;
      case 'delta':
        if (store.apply(update.delta)) {
          pass(update);
        } else if (!gap) {
          gap = true;
          onGap();
        }
        return;
      case 'events':
        pass(update);
        return;
      case 'clock':
      case 'fabric':
      case 'connection':
        standing.set(update.kind, update);
        pass(update);
        return;
    }
  };

  return {
    get isWatched() {
      return listeners.size > 0;
    },
    tell: (updates) => {
      for (const update of updates) take(update);
    },
    subscribe: (listener) => {
      const own: Listener = { listen: listener, ready: false };
      listeners.add(own);
      if (listeners.size === 1) onWatched(true);
      begin(own);
      const connection = standing.get('connection');
      if (!own.ready && connection !== undefined && isAway(connection)) listener(connection);
      return () => {
        if (listeners.delete(own) && listeners.size === 0) onWatched(false);
      };
    },
    close: () => {
      listeners.clear();
      standing.clear();
    },
  };
}

function isAway(update: ClusterUpdate): boolean {
  return update.kind === 'connection' && update.connection.status !== 'connected';
}

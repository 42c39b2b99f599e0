import type { ClusterBackend } from '#backend/cluster-backend';
import type { ClockState, ClusterUpdate, ConnectionState } from '#shared/contract/cluster-update';
import type { FabricState } from '#shared/faults/fault';
import type { ClusterEvent } from '#shared/model/cluster-event';
import type { Operation } from '#shared/model/operation';
import { snapshotListNames, type ClusterDelta, type ClusterSnapshot } from '#shared/model/snapshot';

/** A subscriber that puts together what it is told, the plain way. */
export interface Watcher {
  readonly updates: readonly ClusterUpdate[];
  readonly events: readonly ClusterEvent[];
  readonly snapshot: ClusterSnapshot;
  readonly clock: ClockState;
  readonly fabric: FabricState;
  readonly connection: ConnectionState | undefined;
  operation(id: string): Operation;
  /** Waits until `condition` holds after an update (or now), and answers with what it answers. */
  until<T>(what: string, condition: () => T | undefined | false): Promise<T>;
  stop(): void;
}

/** Subscribes. `patience`: milliseconds that something may take to come to pass. */
export function watch(backend: ClusterBackend, patience = 10_000): Watcher {
  const updates: ClusterUpdate[] = [];
  const waiting = new Set<() => void>();
  let snapshot: ClusterSnapshot | undefined;
  const stop = backend.subscribe((update) => {
    updates.push(update);
    if (update.kind === 'snapshot') snapshot = update.snapshot;
    if (update.kind === 'delta') snapshot = merged(present(snapshot), update.delta);
    for (const look of [...waiting]) look();
  });
  const last = <Kind extends ClusterUpdate['kind']>(kind: Kind): Extract<ClusterUpdate, { kind: Kind }> | undefined =>
    updates.filter((update): update is Extract<ClusterUpdate, { kind: Kind }> => update.kind === kind).at(-1);
  return {
    updates,
    get events() {
      return updates.flatMap((update) => (update.kind === 'events' ? update.events : []));
    },
    get snapshot() {
      return present(snapshot);
    },
    get clock() {
      return present(last('clock')).clock;
    },
    get fabric() {
      return present(last('fabric')).fabric;
    },
    get connection() {
      return last('connection')?.connection;
    },
    operation: (id) => present(snapshot?.operations.find((operation) => operation.id === id)),
    until: (what, condition) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`It did not come to pass: ${what}`));
        }, patience);
        const look = (): void => {
          const found = condition();
          if (found === undefined || found === false) return;
          waiting.delete(look);
          clearTimeout(timer);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    stop,
  };
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('It was not told yet.');
  return value;
}

interface Identified {
  readonly id: string;
}

function merged(snapshot: ClusterSnapshot, delta: ClusterDelta): ClusterSnapshot {
  const { revision: _, upserts, removals, ...singles } = delta;
  const lists = snapshotListNames.map((name) => {
    const gone = new Set(removals[name]);
    const changed: readonly Identified[] = upserts[name] ?? [];
    const kept: readonly Identified[] = snapshot[name].filter(({ id }) => !gone.has(id));
    const replaced = kept.map((item) => changed.find(({ id }) => id === item.id) ?? item);
    return [name, [...replaced, ...changed.filter(({ id }) => !kept.some((item) => item.id === id))]] as const;
  });
  return { ...snapshot, ...singles, ...(Object.fromEntries(lists) as unknown as typeof snapshot) };
}

/** Everything of a snapshot but its time and when it was read, which move also when nothing changes. */
export function contents({
  time: _,
  readings: _readings,
  ...rest
}: ClusterSnapshot): Omit<ClusterSnapshot, 'time' | 'readings'> {
  return rest;
}

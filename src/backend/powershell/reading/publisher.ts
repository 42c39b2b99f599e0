import type { ClusterUpdate } from '#shared/contract/cluster-update';
import { clusterView, type ClusterView } from '#shared/model/cluster-view';
import type { Operation } from '#shared/model/operation';
import { snapshotListNames, type ClusterSnapshot } from '#shared/model/snapshot';
import type { RealTime } from '../../real-time';
import { assembleSnapshot } from './assemble-snapshot';
import { diffSnapshots, sameValue } from './diff-snapshots';
import { createMemo } from './memo';
import type { ReadState } from './read-state';

/** Tells what was read: a snapshot first, then what differs. */
export interface Publisher {
  /** The snapshot that was told last; null: none yet. */
  readonly snapshot: ClusterSnapshot | null;
  readonly view: ClusterView | null;
  /** Something was read: it is told soon, together with what comes in the meantime. */
  changed(): void;
  /** Tells everything now; nothing while the cluster was not read. */
  whole(): void;
  stop(): void;
}

interface PublisherOptions {
  readonly state: ReadState;
  readonly time: RealTime;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly operations: () => readonly Operation[];
  readonly tell: (updates: readonly ClusterUpdate[]) => void;
  /** A new snapshot was put together. */
  readonly onRead: (view: ClusterView) => void;
}

/** What is read within so many milliseconds is told at once; longer where putting it together takes long. */
const shortest = 50;
const share = 5;

/** A publisher that tells nothing until `whole` was called once. */
export function createPublisher({ state, time, now, operations, tell, onRead }: PublisherOptions): Publisher {
  const memo = createMemo();
  let told: ClusterSnapshot | null = null;
  let assembled: ClusterSnapshot | null = null;
  let view: ClusterView | null = null;
  let revision = 0;
  let cancel: (() => void) | null = null;
  let lastDuration = 0;

  const assemble = (): ClusterSnapshot | null => {
    const parts = assembleSnapshot(state.rows, memo);
    return parts && { ...parts, time: now(), readings: state.readings(), operations: operations() };
  };

  const keep = (snapshot: ClusterSnapshot): void => {
    told = snapshot;
    view = clusterView(snapshot);
    onRead(view);
  };

  const differences = (): void => {
    cancel = null;
    const startedAt = time.now();
    const before = told;
    const after = assemble();
    if (before === null || after === null) return;
    const { snapshot, delta } = diffSnapshots(before, withKnownLists(after, assembled, before));
    assembled = after;
    lastDuration = time.now() - startedAt;
    const readings = sameValue(before.readings, after.readings) ? {} : { readings: after.readings };
    keep(snapshot);
    if (delta === null && !('readings' in readings)) return;
    revision += 1;
    const changes = delta ?? { time: after.time, upserts: {}, removals: {} };
    tell([{ kind: 'delta', delta: { ...changes, ...readings, revision } }]);
  };

  return {
    get snapshot() {
      return told;
    },
    get view() {
      return view;
    },
    changed: () => {
      if (told !== null) cancel ??= time.after(Math.max(shortest, share * lastDuration), differences);
    },
    whole: () => {
      const snapshot = assemble();
      if (snapshot === null) return;
      cancel?.();
      cancel = null;
      assembled = snapshot;
      keep(snapshot);
      revision += 1;
      tell([{ kind: 'snapshot', revision, snapshot }]);
    },
    stop: () => cancel?.(),
  };
}

/** `after` with the lists of `before` where the rows behind them are still those of `assembled`: they need no comparing. */
function withKnownLists(
  after: ClusterSnapshot,
  assembled: ClusterSnapshot | null,
  before: ClusterSnapshot,
): ClusterSnapshot {
  const known = snapshotListNames.filter((name) => after[name] === assembled?.[name]);
  return { ...after, ...Object.fromEntries(known.map((name) => [name, before[name]])) };
}

import type { ClockState, ClusterUpdate } from '#shared/contract/cluster-update';
import type { ClusterEvent } from '#shared/model/cluster-event';
import type { Operation } from '#shared/model/operation';
import type { SimulatedCluster } from '#simulator/simulated-cluster';

/** Gathers what is to be told of a training cluster since the last time. */
export interface UpdateCollector {
  /** Whether an operation is under way. */
  readonly isBusy: boolean;
  /** The revision that was told last. */
  readonly revision: number;
  /** The sequence of the last event, told or not. */
  readonly lastSequence: number;
  /** All events so far, oldest first, with the sequences under which they are told. */
  events(): readonly ClusterEvent[];
  /** What is new, the snapshot or its changes first; empty when nothing is. */
  collect(pace: { readonly speed: number; readonly paused: boolean }): readonly ClusterUpdate[];
  /** The next collection begins with a full snapshot. */
  startAnew(): void;
}

interface UpdateCollectorOptions {
  readonly cluster: SimulatedCluster;
  /** Revisions grow through restarts, and so do the sequences of events. */
  readonly firstRevision: number;
  readonly sequenceOffset: number;
}

/** So many operations are shown, those that are over included: a training cluster can run for weeks. */
const keptOperations = 1000;

/** A collector whose first collection begins with a full snapshot. */
export function createUpdateCollector(options: UpdateCollectorOptions): UpdateCollector {
  const { cluster, firstRevision, sequenceOffset } = options;
  const running = new Set<string>();
  let revision = firstRevision - 1;
  let startsAnew = true;
  let toldEvents = 0;
  let toldClock = '';

  const numbered = (events: readonly ClusterEvent[]): readonly ClusterEvent[] =>
    sequenceOffset === 0 ? events : events.map((event) => ({ ...event, sequence: event.sequence + sequenceOffset }));

  const follow = (operations: readonly Operation[]): void => {
    for (const { id, outcome } of operations) {
      if (outcome === 'running') running.add(id);
      else running.delete(id);
    }
  };

  const whole = (): ClusterUpdate => {
    const snapshot = cluster.snapshot();
    cluster.takeChanges();
    revision += 1;
    running.clear();
    follow(snapshot.operations);
    return { kind: 'snapshot', revision, snapshot };
  };

  const changes = (): readonly ClusterUpdate[] => {
    const change = cluster.takeChanges();
    if (change === null) return [];
    revision += 1;
    follow(change.upserts.operations ?? []);
    for (const id of change.removals.operations ?? []) running.delete(id);
    return [{ kind: 'delta', delta: { ...change, revision } }];
  };

  const newEvents = (): readonly ClusterUpdate[] => {
    const events = cluster.events(toldEvents);
    toldEvents += events.length;
    return events.length === 0 ? [] : [{ kind: 'events', events: numbered(events) }];
  };

  const newClock = (clock: ClockState): readonly ClusterUpdate[] => {
    const text = JSON.stringify(clock);
    if (text === toldClock) return [];
    toldClock = text;
    return [{ kind: 'clock', clock }];
  };

  const newFabric = (): readonly ClusterUpdate[] =>
    cluster.takeFabricChange() || startsAnew ? [{ kind: 'fabric', fabric: cluster.fabric() }] : [];

  return {
    get isBusy() {
      return running.size > 0;
    },
    get revision() {
      return revision;
    },
    get lastSequence() {
      return sequenceOffset + cluster.events().length;
    },
    events: () => numbered(cluster.events()),
    collect: ({ speed, paused }) => {
      cluster.forgetOperations(keptOperations);
      const clock: ClockState = { now: cluster.now, speed, paused, nextEventAt: cluster.nextEventAt() };
      const updates = [...(startsAnew ? [whole()] : changes()), ...newEvents(), ...newFabric(), ...newClock(clock)];
      startsAnew = false;
      return updates;
    },
    startAnew: () => {
      startsAnew = true;
    },
  };
}

import { act, cleanup, render, renderHook, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { clusterError } from '#shared/model/cluster-error';
import type { ClusterDelta } from '#shared/model/snapshot';
import { clusterView } from '#shared/model/cluster-view';
import { clusterWindow } from '../../../tests/support/cluster-window';
import { sampleOperation, sampleSnapshot } from '../../../tests/support/sample-snapshot';
import { useCluster, useClusterItem, useReading } from './cluster-context';
import { clusterStore, type ClusterStore } from './cluster-store';

afterEach(cleanup);

const snapshot = sampleSnapshot();
const role = (name: string) => {
  const found = snapshot.roles.find((item) => item.name === name);
  if (found === undefined) throw new Error(`The sample has no ${name}.`);
  return found;
};

const delta = (revision: number, changes: Partial<ClusterDelta> = {}): ClusterDelta => ({
  revision,
  time: revision * 1000,
  upserts: {},
  removals: {},
  ...changes,
});

interface Setup {
  readonly store: ClusterStore;
  readonly asked: string[];
}

function openStore(): Setup {
  const asked: string[] = [];
  const store = clusterStore({
    resynchronise: () => asked.push('snapshot'),
    schedule: (callback) => callback(),
    now: () => 0,
  });
  return { store, asked };
}

describe('the store of a cluster', () => {
  it('is empty until the first snapshot', () => {
    const { store } = openStore();
    expect(store.reading.loaded).toBe(false);
    expect(store.reading.view.snapshot.roles).toEqual([]);
    store.apply({ kind: 'snapshot', revision: 1, snapshot });
    expect(store.reading.loaded).toBe(true);
    expect(store.reading.view.role('sql-01')?.name).toBe('SQL-01');
  });

  it('lets the data grow old while its connection is lost, however often that is told', () => {
    let now = 1000;
    const store = clusterStore({ resynchronise: () => undefined, schedule: () => undefined, now: () => now });
    store.apply({ kind: 'snapshot', revision: 1, snapshot });
    for (const moment of [5000, 9000]) {
      now = moment;
      store.apply({ kind: 'connection', connection: { status: 'lost', error: clusterError('timeout', 'It hangs.') } });
    }
    expect(store.reading).toMatchObject({ updatedAt: 1000, connectionSince: 5000 });
  });

  it('leaves objects that did not change the same objects', () => {
    const { store } = openStore();
    store.apply({ kind: 'snapshot', revision: 1, snapshot });
    const before = store.reading.view.role('FS1');
    const nodes = store.reading.view.snapshot.nodes;
    store.apply({
      kind: 'delta',
      delta: delta(2, { upserts: { roles: [{ ...role('SQL-01'), state: 'Failed' }] } }),
    });
    expect(store.reading.view.role('SQL-01')?.state).toBe('Failed');
    expect(store.reading.view.role('FS1')).toBe(before);
    expect(store.reading.view.snapshot.nodes).toBe(nodes);
    expect(store.reading.view.snapshot.time).toBe(2000);
  });

  it('keeps every index right through renames, moves and removals', () => {
    const { store } = openStore();
    store.apply({ kind: 'snapshot', revision: 1, snapshot });
    const renamed = { ...role('SQL-01'), name: 'SQL-02', ownerNode: 'Demo2' };
    store.apply({
      kind: 'delta',
      delta: delta(2, { upserts: { roles: [renamed] }, removals: { roles: [role('FS1').id] } }),
    });
    const { view } = store.reading;
    expect(view.role('SQL-01')).toBeUndefined();
    expect(view.role('SQL-02')?.id).toBe(renamed.id);
    expect(view.has('role', 'FS1')).toBe(false);
    const fresh = clusterView(view.snapshot);
    for (const node of ['Demo1', 'Demo2']) {
      expect(
        view
          .rolesOn(node)
          .map(({ name }) => name)
          .sort(),
      ).toEqual(
        fresh
          .rolesOn(node)
          .map(({ name }) => name)
          .sort(),
      );
    }
    expect(view.machineOf('sql-01')).toBe(fresh.machineOf('SQL-01'));
    expect(view.resourcesOf('SQL-01')).toEqual(fresh.resourcesOf('SQL-01'));
  });

  it('finds the namesake when one of two machines with the same name goes', () => {
    const { store } = openStore();
    const [machine] = snapshot.virtualMachines;
    if (machine === undefined) throw new Error('The sample has no machine.');
    const twin = { ...machine, id: 'twin' };
    store.apply({ kind: 'snapshot', revision: 1, snapshot: { ...snapshot, virtualMachines: [machine, twin] } });
    store.apply({ kind: 'delta', delta: delta(2, { removals: { virtualMachines: ['twin'] } }) });
    expect(store.reading.view.virtualMachine(machine.name)).toBe(machine);
  });

  it('knows what runs on an object until it is over', () => {
    const { store } = openStore();
    store.apply({ kind: 'snapshot', revision: 1, snapshot });
    const target = { kind: 'role', name: 'SQL-01' } as const;
    const operation = sampleOperation({ command: 'role.liveMigrate', target });
    store.apply({ kind: 'delta', delta: delta(2, { upserts: { operations: [operation] } }) });
    expect(store.reading.view.runningOperation(target)).toBe(operation);
    store.apply({
      kind: 'delta',
      delta: delta(3, { upserts: { operations: [{ ...operation, outcome: 'succeeded' }] } }),
    });
    expect(store.reading.view.runningOperation(target)).toBeUndefined();
  });

  it('asks once for a snapshot when a revision is missing, and shows nothing of what came after the gap until then', () => {
    const { store, asked } = openStore();
    store.apply({ kind: 'snapshot', revision: 1, snapshot });
    const failed = { upserts: { roles: [{ ...role('SQL-01'), state: 'Failed' as const }] } };
    store.apply({ kind: 'delta', delta: delta(3, failed) });
    store.apply({ kind: 'delta', delta: delta(4, failed) });
    expect(asked).toEqual(['snapshot']);
    expect(store.reading.view.role('SQL-01')?.state).toBe('Online');
    store.apply({
      kind: 'snapshot',
      revision: 4,
      snapshot: sampleSnapshot({ roles: { 'SQL-01': { state: 'Pending' } } }),
    });
    expect(store.reading.view.role('SQL-01')?.state).toBe('Pending');
    store.apply({ kind: 'delta', delta: delta(5, failed) });
    expect(store.reading.view.role('SQL-01')?.state).toBe('Failed');
  });

  it('ignores a delta that the snapshot already has', () => {
    const { store, asked } = openStore();
    store.apply({ kind: 'snapshot', revision: 5, snapshot });
    store.apply({ kind: 'delta', delta: delta(5, { removals: { roles: [role('SQL-01').id] } }) });
    expect(asked).toEqual([]);
    expect(store.reading.view.has('role', 'SQL-01')).toBe(true);
  });

  it('keeps the newest events first, each once', () => {
    const { store } = openStore();
    const event = (sequence: number) =>
      ({
        sequence,
        time: 0,
        id: 1135,
        level: 'critical',
        channel: '',
        source: '',
        node: '',
        subject: null,
        message: '',
      }) as const;
    store.apply({ kind: 'events', events: [event(1), event(2)] });
    store.apply({ kind: 'events', events: [event(2), event(3)] });
    expect(store.reading.recentEvents.map(({ sequence }) => sequence)).toEqual([3, 2, 1]);
  });

  it('tells its listeners once of updates that come together', () => {
    const scheduled: (() => void)[] = [];
    const store = clusterStore({
      resynchronise: () => undefined,
      schedule: (callback) => scheduled.push(callback),
      now: () => 0,
    });
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    store.apply({ kind: 'snapshot', revision: 1, snapshot });
    store.apply({ kind: 'delta', delta: delta(2) });
    for (const callback of scheduled) callback();
    expect(told).toBe(1);
  });
});

describe('components that read the store', () => {
  it('render again only when what they selected changed', () => {
    const { store, wrapper } = clusterWindow();
    let renders = 0;
    function State() {
      renders += 1;
      return <p>{useClusterItem('roles', role('SQL-01').id)?.state}</p>;
    }
    render(<State />, { wrapper });
    act(() =>
      store.apply({ kind: 'delta', delta: delta(2, { upserts: { roles: [{ ...role('FS1'), state: 'Failed' }] } }) }),
    );
    expect(renders).toBe(1);
    act(() =>
      store.apply({ kind: 'delta', delta: delta(3, { upserts: { roles: [{ ...role('SQL-01'), state: 'Failed' }] } }) }),
    );
    expect(renders).toBe(2);
    expect(screen.getByText('Failed')).toBeTruthy();
  });

  it('keep a selected value that is equal by their own measure', () => {
    const { store, wrapper } = clusterWindow();
    const same = (a: readonly string[], b: readonly string[]) => a.join() === b.join();
    const { result } = renderHook(() => useCluster((view) => view.snapshot.nodes.map(({ name }) => name), same), {
      wrapper,
    });
    const before = result.current;
    act(() => store.apply({ kind: 'delta', delta: delta(2, { upserts: { nodes: [...snapshot.nodes] } }) }));
    expect(result.current).toBe(before);
  });

  it('see the clock of a training cluster', () => {
    const { store, wrapper } = clusterWindow();
    const { result } = renderHook(() => useReading((reading) => reading.clock?.speed), { wrapper });
    act(() => store.apply({ kind: 'clock', clock: { now: 5, speed: 60, paused: false, nextEventAt: null } }));
    expect(result.current).toBe(60);
  });
});

import { describe, expect, it } from 'vitest';
import type { ClusterSnapshot, SnapshotListName } from '#shared/model/snapshot';
import { snapshotListNames } from '#shared/model/snapshot';
import { loadScenario } from './scenario/load-scenario';
import { createSimulatedCluster, loadSimulatedCluster, type SimulatedCluster } from './simulated-cluster';
import { startCluster } from './testing/test-cluster';

const story = `
schema: regroup/scenario/1
title: Much happens
cluster: {name: C, quorum: {mode: nodeAndDiskMajority, witness: Quorum}}
nodes: [{name: N1}, {name: N2}, {name: N3}]
disks: [{name: Quorum, size: 1GB, use: witness}, {name: CSV1, size: 500GB, use: csv}, {name: LUN1, size: 9GB, use: role}, {name: LUN2, size: 9GB, use: role}]
roles:
  - {name: VM1, type: virtualMachine, owner: N1, disks: [CSV1], memory: 4GB, dirtyRate: 20MB/s}
  - {name: VM2, type: virtualMachine, owner: N1, disks: [CSV1], memory: 2GB}
  - {name: VM3, type: virtualMachine, owner: N2, disks: [CSV1], memory: 2GB, preferredOwners: [N2], failback: immediate}
  - {name: FS, type: fileServer, owner: N2, disks: [LUN1], address: 192.168.100.60}
guestClusters:
  - {name: APPCL, nodes: [VM2, VM3], disk: LUN2, roles: [{name: App, type: genericService, owner: VM3}]}
timeline:
  - {at: 10s, command: role.liveMigrate, role: VM1, destination: N2}
  - {at: 20s, command: role.quickMigrate, role: VM2}
  - {at: 100s, fault: node.crash, node: N2}
  - {at: 400s, fault: node.powerOn, node: N2}
  - {at: 700s, command: node.pause, node: N1, drain: true}
  - {at: 800s, fault: network.partition, groups: [[N1], [N2, N3]]}
  - {at: 1000s, fault: network.heal}
  - {at: 1400s, fault: vm.hang, vm: VM3}
  - {at: 1500s, command: role.move, role: App}
  - {at: 1600s, command: vm.save, vm: VM2}
  - {at: 1660s, command: vm.start, vm: VM2}
`;

function tell(): SimulatedCluster {
  const loaded = loadScenario(story, 'story.yaml');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return createSimulatedCluster(loaded.value);
}

function everything(cluster: SimulatedCluster): string {
  return JSON.stringify({ events: cluster.events(), snapshot: cluster.snapshot() });
}

describe('Engine: a simulated cluster', () => {
  it('gives the same answer each time', () => {
    const [a, b] = [tell(), tell()];
    a.advanceTo(3_600_000);
    while (b.step());
    b.advanceTo(3_600_000);
    expect(everything(a)).toBe(everything(b));
    expect(a.snapshot().roles.every(({ state, name }) => state === 'Online' || name === 'Available Storage')).toBe(
      true,
    );
  });

  it('continues after save and load, at any event, as if it had never been interrupted', () => {
    const reference = tell();
    reference.advanceTo(3_600_000);
    let cluster = tell();
    for (let events = 0; cluster.step(); events += 1) {
      if (events % 7 === 0)
        cluster = loadSimulatedCluster(
          JSON.parse(JSON.stringify(cluster.save())) as ReturnType<SimulatedCluster['save']>,
        );
    }
    cluster.advanceTo(3_600_000);
    expect(everything(cluster)).toBe(everything(reference));
  });

  it('tells changes that make the old snapshot the new one', () => {
    const cluster = tell();
    let held = cluster.snapshot();
    while (cluster.step()) {
      const changes = cluster.takeChanges();
      if (changes !== null) held = merge(held, changes);
      expect(sorted({ ...held, time: cluster.now })).toEqual(sorted(cluster.snapshot()));
    }
  });

  it('says nothing when nothing changed, and progress while a migration runs', () => {
    const { cluster } = startCluster({
      rest: 'disks: [{name: CSV1, size: 1TB, use: csv}]\nroles: [{name: VM1, type: virtualMachine, owner: N1, disks: [CSV1], memory: 4GB}]',
    });
    cluster.advanceTo(5000);
    expect(cluster.takeChanges()).toBeNull();
    cluster.execute('role.liveMigrate', { role: 'VM1' });
    cluster.takeChanges();
    cluster.advanceTo(10_000);
    const changes = cluster.takeChanges();
    expect(changes?.upserts.operations?.[0]?.migration?.current?.copied).toBeGreaterThan(0);
    expect(changes?.upserts.roles).toBeUndefined();
  });

  it('tells the free memory of a host that is dead unnoticed when a machine of it fails', () => {
    const test = startCluster({ rest: 'roles: [{name: VM1, type: virtualMachine, owner: N2, memory: 4GB}]' }).to(60);
    test.break({ fault: 'node.crash', node: 'N2' });
    const before = test.node('N2').memoryAvailable;
    test.cluster.takeChanges();
    test.run('resource.simulateFailure', { resource: 'Virtual Machine Configuration VM1' });
    const told = test.cluster.takeChanges()?.upserts.nodes?.find(({ name }) => name === 'N2');
    expect(told?.memoryAvailable).toBe((before ?? 0) + 4 * 1024 ** 3);
    expect(told).toEqual(test.node('N2'));
  });

  it('refuses what it does not know without changing anything', () => {
    const test = startCluster();
    expect(test.run('role.bringOnline', { role: 'Nobody' })).toMatchObject({
      outcome: 'failed',
      error: { kind: 'notFound', code: 5013 },
    });
    expect(test.run('no.such', {})).toMatchObject({ outcome: 'failed', error: { kind: 'badInput' } });
    expect(test.run('role.move', { roll: 'x' })).toMatchObject({ outcome: 'failed', error: { kind: 'badInput' } });
    expect(test.cluster.inject({ fault: 'node.crash', node: 'N9' })).toMatchObject({ kind: 'notFound', code: 5042 });
  });
});

function merge(
  held: ClusterSnapshot,
  changes: NonNullable<ReturnType<SimulatedCluster['takeChanges']>>,
): ClusterSnapshot {
  const { upserts, removals, ...singles } = changes;
  const next: Record<string, unknown> = { ...held, ...singles };
  for (const list of snapshotListNames) {
    const items = new Map<string, unknown>(held[list].map((item) => [item.id, item]));
    for (const item of upserts[list] ?? []) items.set(item.id, item);
    for (const id of removals[list] ?? []) items.delete(id);
    next[list] = [...items.values()];
  }
  return next as unknown as ClusterSnapshot;
}

/** Progress of running operations is computed for the moment; order within a list means nothing. */
function sorted(snapshot: ClusterSnapshot): unknown {
  const byId = (list: SnapshotListName): unknown => [...snapshot[list]].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ...snapshot, ...Object.fromEntries(snapshotListNames.map((list) => [list, byId(list)])) };
}

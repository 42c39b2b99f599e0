import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';

const vm = (name: string): string =>
  `{name: ${name}, type: virtualMachine, owner: N1, disks: [CSV1], memory: 4GB, usedMemory: 4GB}`;

describe('Engine: operations that are over', () => {
  it('are forgotten, the oldest first, and those that run are kept with their migrations', () => {
    const test = startCluster({
      rest: `disks: [{name: CSV1, size: 1TB, use: csv, owner: N1}]\nroles: [${vm('VM1')}, ${vm('VM2')}]`,
    });
    const { cluster } = test;
    const live = test.run('role.liveMigrate', { role: 'VM1', destination: 'N2' });
    const quick = test.run('role.quickMigrate', { role: 'VM2', destination: 'N2' });
    for (let refused = 0; refused < 10; refused += 1) test.run('role.bringOnline', { role: 'Nobody' });
    cluster.takeChanges();
    cluster.forgetOperations(4);
    const left = cluster.snapshot().operations;
    expect(left.map(({ id }) => id)).toEqual([live.id, quick.id, 'operation-11', 'operation-12']);
    expect(cluster.takeChanges()?.removals.operations).toHaveLength(8);
    test.to(300);
    expect(left.length).toBe(4);
    expect([test.operation(live.id).outcome, test.operation(quick.id).outcome]).toEqual(['succeeded', 'succeeded']);
    expect(test.operation(live.id).migration?.downtime).toBeGreaterThan(0);
    cluster.forgetOperations(0);
    expect(cluster.snapshot().operations).toEqual([]);
  });

  it('leave what they did: a role whose migration is forgotten goes on as it is', () => {
    const test = startCluster({
      rest: `disks: [{name: CSV1, size: 1TB, use: csv, owner: N1}]\nroles: [${vm('VM1')}]`,
    });
    test.run('role.liveMigrate', { role: 'VM1', destination: 'N2' });
    test.to(100);
    test.cluster.forgetOperations(0);
    expect(test.where('VM1')).toBe('Online on N2');
    test.run('role.liveMigrate', { role: 'VM1', destination: 'N1' });
    expect(test.to(200).where('VM1')).toBe('Online on N1');
  });
});

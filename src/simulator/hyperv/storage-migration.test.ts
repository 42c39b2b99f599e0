import { describe, expect, it } from 'vitest';
import { loadSimulatedCluster } from '../simulated-cluster';
import { startCluster, type TestCluster } from '../testing/test-cluster';

/** VM1 to VM3 on N1 with 20 GB each on CSV1; CSV2 is slower, SMALL has 10 GB, LUN1 is a disk of VM4's role. */
function storage(release = '2022'): TestCluster {
  const machine = (name: string, more: string): string =>
    `  - {name: ${name}, type: virtualMachine, memory: 2GB, ${more}}\n`;
  return startCluster({
    release,
    nodes: 3,
    rest: `disks: [{name: CSV1, size: 500GB, use: csv, throughput: 128MB/s}, {name: CSV2, size: 500GB, use: csv, throughput: 64MB/s}, {name: CSV3, size: 500GB, use: csv},
  {name: SMALL, size: 10GB, use: csv}, {name: LUN1, size: 100GB, use: role}, {name: SPARE, size: 100GB, use: available}]
roles:
${machine('VM1', 'owner: N1, disks: [CSV1]')}${machine('VM2', 'owner: N1, disks: [CSV1]')}${machine('VM3', 'owner: N1, disks: [CSV1]')}${machine('VM4', 'owner: N2, disks: [LUN1]')}${machine('VM5', 'owner: N1, disks: [CSV1], clustered: false')}`,
  });
}

describe('Virtual machines: a storage migration', () => {
  it('copies the files at the slower of the two throughputs while the machine runs', () => {
    const test = storage().to(10);
    const { id } = test.run('vm.migrateStorage', { vm: 'VM1', disk: 'CSV2' });
    // 20 GB at 64 MB/s: 320 s.
    expect(test.to(170).operation(id)).toMatchObject({
      outcome: 'running',
      progress: { percent: 50, remaining: 160_000 },
      cancel: { command: 'role.cancelMigration', input: { role: 'VM1' } },
    });
    expect(test.machine('VM1')).toMatchObject({ state: 'Running', disks: ['CSV1'] });
    expect(test.to(330).operation(id)).toMatchObject({ outcome: 'succeeded', endedAt: 330_000 });
    expect(test.machine('VM1')).toMatchObject({ state: 'Running', disks: ['CSV2'] });
    expect(test.where('VM1')).toBe('Online on N1');
  });

  it('shares a disk with others, and speeds up when they are done', () => {
    const test = storage().to(10);
    const first = test.run('vm.migrateStorage', { vm: 'VM1', disk: 'CSV2' });
    const second = test.run('vm.migrateStorage', { vm: 'VM2', disk: 'CSV3' });
    // CSV1 gives each 64 MB/s: both take 320 s.
    test.to(400);
    expect(test.operation(first.id).endedAt).toBe(330_000);
    expect(test.operation(second.id).endedAt).toBe(330_000);
  });

  it('waits when two run on the host already', () => {
    const test = storage().to(10);
    const moves = ['VM1', 'VM2', 'VM3'].map((vm) => test.run('vm.migrateStorage', { vm, disk: 'CSV3' }).id);
    expect(test.operation(moves[2] ?? '').progress).toMatchObject({
      percent: null,
      text: 'Waits for a storage migration to end',
    });
    // Two of 20 GB share 128 MB/s, 320 s; then the third has it alone, 160 s.
    expect(
      test
        .to(1000)
        .cluster.snapshot()
        .operations.map(({ endedAt }) => endedAt),
    ).toEqual([330_000, 330_000, 490_000]);
  });

  it('can be cancelled: the files stay where they were', () => {
    const test = storage().to(10);
    const { id } = test.run('vm.migrateStorage', { vm: 'VM1', disk: 'CSV2' });
    expect(test.to(100).run('role.cancelMigration', { role: 'VM1' })).toMatchObject({ outcome: 'succeeded' });
    expect(test.operation(id)).toMatchObject({ outcome: 'cancelled', cancel: null });
    expect(test.to(1000).machine('VM1').disks).toEqual(['CSV1']);
    expect(test.run('vm.migrateStorage', { vm: 'VM1', disk: 'CSV2' }).outcome).toBe('running');
  });

  it('fails when a disk or the host is lost in the middle', () => {
    for (const fault of [
      { fault: 'disk.fail', disk: 'CSV2' },
      { fault: 'node.crash', node: 'N1' },
    ] as const) {
      const test = storage().to(10);
      const { id } = test.run('vm.migrateStorage', { vm: 'VM1', disk: 'CSV2' });
      test.to(100).break(fault);
      expect(test.operation(id)).toMatchObject({ outcome: 'failed' });
      expect(test.operation(id).error?.message).toMatch(/^Moving the storage of VM1 failed\. (CSV2 is not|N1 lost)/);
      expect(test.to(1000).machine('VM1').disks).toEqual(['CSV1']);
      expect(test.where('VM1')).toMatch(/^Online on N[123]$/);
    }
  });

  it('keeps its machine where it is meanwhile: 5908', () => {
    const test = storage().to(10);
    test.run('vm.migrateStorage', { vm: 'VM1', disk: 'CSV2' });
    for (const command of ['role.liveMigrate', 'role.move', 'role.takeOffline'])
      expect(test.run(command, { role: 'VM1' })).toMatchObject({ outcome: 'failed', error: { code: 5908 } });
    expect(test.run('disk.removeFromSharedVolumes', { disk: 'CSV2' })).toMatchObject({ error: { code: 5947 } });
    expect(test.run('vm.migrateStorage', { vm: 'VM5', disk: 'CSV2' }).outcome).toBe('running');
    expect(test.run('vm.turnOff', { vm: 'VM5' })).toMatchObject({ outcome: 'failed' });
  });

  it('goes from a disk of the role to a shared volume and back; the configuration follows', () => {
    const test = storage().to(10);
    const configuration = (): string => test.resource('Virtual Machine Configuration VM4').dependencyExpression;
    expect(configuration()).toBe('([LUN1])');
    test.run('vm.migrateStorage', { vm: 'VM4', disk: 'CSV3' });
    expect(test.to(400).machine('VM4').disks).toEqual(['CSV3']);
    expect(configuration()).toBe('');
    test.run('vm.migrateStorage', { vm: 'VM4', disk: 'LUN1' });
    expect(test.to(800).machine('VM4').disks).toEqual(['LUN1']);
    expect(configuration()).toBe('([LUN1])');
  });

  it('is refused where the files do not fit (112), may not be (5965), or the release has none', () => {
    const test = storage().to(10);
    expect(test.run('vm.migrateStorage', { vm: 'VM1', disk: 'SMALL' })).toMatchObject({
      outcome: 'failed',
      error: { code: 112, message: 'The files of VM1 need 20 GB, SMALL has 10 GB left.' },
    });
    expect(test.run('vm.migrateStorage', { vm: 'VM1', disk: 'SPARE' })).toMatchObject({ error: { code: 5965 } });
    expect(test.run('vm.migrateStorage', { vm: 'VM1', disk: 'LUN1' })).toMatchObject({ error: { code: 5965 } });
    expect(test.run('vm.migrateStorage', { vm: 'VM1', disk: 'CSV1' }).outcome).toBe('succeeded');
    expect(storage('2008R2').run('vm.migrateStorage', { vm: 'VM1', disk: 'CSV2' })).toMatchObject({
      error: { kind: 'unsupported' },
    });
  });

  it('goes on after it was saved and loaded', () => {
    const test = storage().to(10);
    test.run('vm.migrateStorage', { vm: 'VM1', disk: 'CSV2' });
    const saved = JSON.parse(JSON.stringify(test.to(100).cluster.save())) as ReturnType<typeof test.cluster.save>;
    const loaded = loadSimulatedCluster(saved);
    loaded.advanceTo(1_000_000);
    expect(loaded.snapshot()).toEqual(test.to(1000).cluster.snapshot());
  });

  describe('while the cluster wants to move the machine', () => {
    const done = 170_000; // 20 GB at 128 MB/s from 10 s on: 160 s.

    it('is waited for by a drain, which then takes the machine away', () => {
      const test = storage().to(10);
      const files = test.run('vm.migrateStorage', { vm: 'VM1', disk: 'CSV3' });
      const drain = test.to(20).run('node.pause', { node: 'N1', drain: true });
      test.to(169);
      expect(test.operation(drain.id)).toMatchObject({ outcome: 'running' });
      expect(test.node('N1')).toMatchObject({ state: 'Paused', drainStatus: 'InProgress' });
      expect(test.where('VM1')).toBe('Online on N1');
      expect(test.where('VM2')).not.toBe('Online on N1');
      test.to(300);
      expect(test.operation(files.id)).toMatchObject({ outcome: 'succeeded', endedAt: done });
      expect(test.operation(drain.id).outcome).toBe('succeeded');
      expect(test.node('N1').drainStatus).toBe('Completed');
      expect(test.role('VM1').ownerNode).not.toBe('N1');
      expect(test.machine('VM1')).toMatchObject({ state: 'Running', disks: ['CSV3'] });
    });

    it('lets the drain go on at once when it is cancelled', () => {
      const test = storage().to(10);
      test.run('vm.migrateStorage', { vm: 'VM1', disk: 'CSV3' });
      const drain = test.to(20).run('node.pause', { node: 'N1', drain: true });
      test.to(100).run('role.cancelMigration', { role: 'VM1' });
      test.to(160);
      expect(test.operation(drain.id).outcome).toBe('succeeded');
      expect(test.machine('VM1').disks).toEqual(['CSV1']);
    });

    it('keeps a planned leaving of the node waiting too', () => {
      const test = storage().to(10);
      const files = test.run('vm.migrateStorage', { vm: 'VM1', disk: 'CSV3' });
      const stop = test.to(20).run('node.stopService', { node: 'N1' });
      expect(test.to(169).node('N1').state).toBe('Up');
      expect(test.to(300).operation(files.id).outcome).toBe('succeeded');
      expect(test.operation(stop.id).outcome).toBe('succeeded');
      expect(test.node('N1').state).toBe('Down');
    });

    it('keeps a failback waiting, which comes when it is done', () => {
      const test = storage().to(1);
      test.run('role.setPreferredOwners', { role: 'VM1', preferredOwners: ['N3'] });
      test.run('role.setFailback', { role: 'VM1', failback: 'immediate' });
      test.break({ fault: 'node.restart', node: 'N3' });
      test.to(100);
      const files = test.run('vm.migrateStorage', { vm: 'VM1', disk: 'CSV2' });
      expect(test.to(200).node('N3').state).toBe('Up');
      expect(test.where('VM1')).toBe('Online on N1');
      test.to(500);
      expect(test.operation(files.id)).toMatchObject({ outcome: 'succeeded', endedAt: 420_000 });
      expect(test.where('VM1')).toBe('Online on N3');
    });
  });
});

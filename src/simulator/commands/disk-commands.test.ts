import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';

const rest = `disks:
  - {name: CSV1, size: 100GB, use: csv, owner: N1}
  - {name: Data, size: 10GB, use: role}
  - {name: Spare, size: 50GB, use: available}
  - {name: Old, size: 50GB, use: available, persistentReservations: false}
roles:
  - {name: VM1, type: virtualMachine, owner: N2, disks: [CSV1], memory: 4GB}
  - {name: FS, type: fileServer, owner: N2, disks: [Data]}
  - {name: App, type: genericService, owner: N2}`;
const start = (release = '2022') => startCluster({ nodes: 2, release, rest }).to(10);
const disk = (test: ReturnType<typeof start>, name: string) =>
  test.cluster.snapshot().disks.find((each) => each.name === name);

describe('Storage: disk commands', () => {
  it('a disk without persistent reservations cannot be clustered', () => {
    const test = start();
    expect(disk(test, 'Old')?.use).toBe('NotClustered');
    expect(test.run('disk.add', { disk: 'Old' }).error?.message).toMatch(/persistent reservations/);
    expect(test.run('disk.add', { disk: 'Spare' }).error?.code).toBe(5010);
  });

  it('a disk that a node does not see cannot be clustered either (5006)', () => {
    const test = startCluster({
      nodes: 2,
      rest: `storage:\n  servers: [{name: S1}]\n  devices: [{name: D1, size: 10GB, mirrors: [{server: S1, target: t, priority: primary}]}]\ndisks: [{name: L, size: 10GB, device: D1, use: available}]`,
    });
    test.run('disk.remove', { disk: 'L' });
    test.break({ fault: 'path.fail', node: 'N2', server: 'S1' });
    expect(test.to(30).run('disk.add', { disk: 'L' }).error?.message).toBe('N2 does not see L.');
    test.break({ fault: 'path.repair', node: 'N2', server: 'S1' });
    expect(test.run('disk.add', { disk: 'L' }).outcome).toBe('succeeded');
  });

  it('a disk leaves the cluster and comes back, online after 2 s', () => {
    const test = start();
    test.run('disk.remove', { disk: 'Spare' });
    expect(disk(test, 'Spare')).toMatchObject({ use: 'NotClustered', ownerGroup: null });
    test.run('disk.add', { disk: 'Spare' });
    expect(disk(test, 'Spare')).toMatchObject({ use: 'AvailableStorage', state: 'OnlinePending' });
    expect(disk(test.to(12), 'Spare')).toMatchObject({ state: 'Online', ownerNode: 'N1' });
  });

  it('only an unused disk leaves: 5965, 5020', () => {
    const test = start();
    expect(test.run('disk.remove', { disk: 'Data' }).error?.code).toBe(5965);
    test.run('cluster.setQuorum', { mode: 'nodeAndDiskMajority', witness: 'Spare' });
    expect(test.run('disk.remove', { disk: 'Spare' }).error?.code).toBe(5020);
  });

  it('becomes a shared volume and a disk again, unless machines run from it (5947)', () => {
    const test = start();
    expect(test.run('disk.addToSharedVolumes', { disk: 'Spare' }).outcome).toBe('succeeded');
    expect(disk(test, 'Spare')).toMatchObject({ use: 'SharedVolume', state: 'Online', ownerNode: 'N1' });
    expect(test.run('disk.removeFromSharedVolumes', { disk: 'CSV1' }).error?.code).toBe(5947);
    expect(test.run('disk.removeFromSharedVolumes', { disk: 'Spare' }).outcome).toBe('succeeded');
    expect(disk(test.to(20), 'Spare')).toMatchObject({ use: 'AvailableStorage', state: 'Online' });
  });

  it('2008 R2 has shared volumes once they are enabled', () => {
    const test = startCluster({
      nodes: 2,
      release: '2008R2',
      rest: 'disks: [{name: Spare, size: 50GB, use: available}]',
    });
    expect(test.run('disk.addToSharedVolumes', { disk: 'Spare' }).outcome).toBe('failed');
    expect(test.run('cluster.enableSharedVolumes').outcome).toBe('succeeded');
    expect(test.run('disk.addToSharedVolumes', { disk: 'Spare' }).outcome).toBe('succeeded');
  });

  it('moves the coordinator to a node that can take it', () => {
    const test = start();
    expect(test.run('disk.moveSharedVolume', { disk: 'CSV1', destination: 'N2' }).outcome).toBe('succeeded');
    expect(disk(test, 'CSV1')).toMatchObject({ ownerNode: 'N2', state: 'Online' });
    test.run('node.pause', { node: 'N1' });
    expect(test.run('disk.moveSharedVolume', { disk: 'CSV1', destination: 'N1' }).error?.code).toBe(5070);
  });

  it('maintenance mode of a shared volume takes its machines offline first, by their offline action, and they stay so', () => {
    const test = start();
    const states = () => test.cluster.snapshot().sharedVolumes[0]?.nodeStates.map(({ stateInfo }) => stateInfo);
    const { id } = test.run('disk.setMaintenance', { disk: 'CSV1', on: true });
    expect(test.machine('VM1').state).toBe('Saving');
    expect(states()).toEqual(['FileSystemRedirected', 'FileSystemRedirected']);
    // 4 GB at 128 MB/s, then the machine and its configuration.
    test.to(43.4);
    expect([test.machine('VM1').state, test.operation(id).outcome]).toEqual(['Saved', 'succeeded']);
    expect(test.role('VM1')).toMatchObject({ state: 'Pending', persistentState: 0 });
    expect(states()).toEqual(['Direct', 'Unavailable']);
    expect(test.to(50).run('role.bringOnline', { role: 'VM1' }).error?.code).toBe(5970);
    expect(test.run('disk.setMaintenance', { disk: 'CSV1', on: false }).outcome).toBe('succeeded');
    expect(test.events(5136, 5137).map((event) => event.id)).toEqual([5136, 5137]);
    expect(states()).toEqual(['Direct', 'Direct']);
    expect(test.to(100).where('VM1')).toBe('Offline on N2');
    test.run('role.bringOnline', { role: 'VM1' });
    expect(test.to(200).where('VM1')).toBe('Online on N2');
  });

  it('a machine that is not clustered stands still while its shared volume is in maintenance mode', () => {
    const test = startCluster({
      rest: `disks: [{name: CSV1, size: 100GB, use: csv}]\nroles: [{name: Plain, type: virtualMachine, owner: N2, disks: [CSV1], clustered: false}]`,
    }).to(10);
    expect(test.run('disk.setMaintenance', { disk: 'CSV1', on: true }).outcome).toBe('succeeded');
    expect(test.machine('Plain').state).toBe('PausedCritical');
    test.run('disk.setMaintenance', { disk: 'CSV1', on: false });
    expect(test.machine('Plain').state).toBe('Running');
  });

  it('a shared volume does not go into maintenance mode while a machine on it moves (5908), and says so when turned off early', () => {
    const test = start();
    const move = test.run('role.liveMigrate', { role: 'VM1', destination: 'N1' });
    expect(test.run('disk.setMaintenance', { disk: 'CSV1', on: true }).error?.code).toBe(5908);
    test.to(100);
    expect(test.operation(move.id).outcome).toBe('succeeded');
    const { id } = test.run('disk.setMaintenance', { disk: 'CSV1', on: true });
    test.run('disk.setMaintenance', { disk: 'CSV1', on: false });
    expect(test.operation(id).outcome).toBe('cancelled');
    expect(test.to(200).machine('VM1').state).toBe('Saved');
  });

  it('out of maintenance mode a disk that broke meanwhile is noticed at once', () => {
    const test = start();
    test.run('disk.setMaintenance', { disk: 'Data', on: true });
    test.break({ fault: 'disk.fail', disk: 'Data' });
    test.to(30).run('disk.setMaintenance', { disk: 'Data', on: false });
    expect(test.events(1069).map(({ time, subject }) => [time, subject?.name])).toEqual([[30_000, 'Data']]);
    expect(test.to(300).role('FS').state).toBe('Failed');
  });

  it('maintenance mode of a disk keeps its failure from its role', () => {
    const test = start();
    test.run('disk.setMaintenance', { disk: 'Data', on: true });
    expect(disk(test, 'Data')?.maintenanceMode).toBe(true);
    test.break({ fault: 'disk.fail', disk: 'Data' });
    expect(test.to(60).where('FS')).toBe('Online on N2');
  });

  it('gives a disk to a role on another node, where it comes online', () => {
    const test = start();
    test.run('disk.assign', { disk: 'Spare', role: 'App' });
    expect(disk(test, 'Spare')).toMatchObject({ use: 'Role', ownerGroup: 'App', state: 'OnlinePending' });
    expect(disk(test.to(15), 'Spare')).toMatchObject({ state: 'Online', ownerNode: 'N2' });
    expect(test.run('disk.assign', { disk: 'Data', role: 'App' }).error?.code).toBe(5001);
    expect(test.run('disk.assign', { disk: 'Spare', role: 'App' }).error?.code).toBe(183);
  });
});

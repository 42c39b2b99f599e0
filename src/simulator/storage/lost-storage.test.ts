import { describe, expect, it } from 'vitest';
import { startCluster, type TestCluster } from '../testing/test-cluster';

const mirrored = `storage:
  servers: [{name: S1}, {name: S2}]
  devices:
    - {name: HA1, size: 100GB, mirrors: [{server: S1, target: a, priority: primary}, {server: S2, target: b, priority: secondary}]}
    - {name: HA2, size: 10GB, mirrors: [{server: S1, target: a, priority: primary}, {server: S2, target: b, priority: secondary}]}
disks:
  - {name: CSV1, size: 100GB, device: HA1, use: csv, owner: N1}
  - {name: LUN1, size: 10GB, device: HA2, use: role}`;
const plain = 'disks: [{name: CSV1, size: 100GB, use: csv, owner: N1}]';
const vm = (name: string, owner: string, disk = 'CSV1'): string =>
  `{name: ${name}, type: virtualMachine, owner: ${owner}, disks: [${disk}], memory: 4GB, dirtyRate: 0}`;

function losePaths(test: TestCluster, node: string): void {
  for (const server of ['S1', 'S2']) test.break({ fault: 'path.fail', node, server });
}

describe('Storage: machines without storage stand still for criticalErrorTimeout', () => {
  it.each([
    ['1 s before its end', 1859],
    ['long before its end', 100],
  ])('and go on when the volume is back %s, however long the mount takes', (_, back) => {
    const test = startCluster({ rest: `${plain}\nroles: [${vm('VM1', 'N2')}]` }).to(60);
    test.break({ fault: 'disk.fail', disk: 'CSV1' });
    test.to(back).break({ fault: 'disk.repair', disk: 'CSV1' });
    expect(test.to(back + 1.999).machine('VM1').state).toBe('PausedCritical');
    expect(test.to(back + 2).machine('VM1').state).toBe('Running');
    expect(test.to(4000).events(1069)).toEqual([]);
  });

  it('that time begins anew for a machine whose host comes back from isolation and finds no volume', () => {
    const test = startCluster({ nodes: 3, rest: `${plain}\nroles: [${vm('VM1', 'N2')}]` }).to(10);
    test.break({ fault: 'clusterService.crash', node: 'N2' });
    test.to(20).break({ fault: 'disk.fail', disk: 'CSV1' });
    expect(test.to(71).role('VM1').statusInformation).not.toBe('Unmonitored');
    expect(test.to(70 + 1799).machine('VM1').state).toBe('PausedCritical');
    expect(test.to(70 + 1800).logged(1069)).toEqual(['1870 N2']);
  });
});

describe('Storage: paths that all nodes lose in the same moment', () => {
  it('no node is redirected (5121) to one that has no path either, and none hands its volume over (5120)', () => {
    const test = startCluster({ nodes: 3, rest: `${mirrored}\nroles: [${vm('VM1', 'N2')}]` }).to(60);
    test.break({ fault: 'network.fail', network: 'iSCSI' });
    expect(test.to(79.999).machine('VM1').state).toBe('Running');
    expect(test.to(80).logged(5142)).toEqual(['80 N1', '80 N2', '80 N3']);
    expect(test.machine('VM1').state).toBe('PausedCritical');
    test.to(100).break({ fault: 'network.repair', network: 'iSCSI' });
    expect(test.to(102).machine('VM1').state).toBe('Running');
    expect(test.events(5120, 5121)).toEqual([]);
  });

  it('a plain LUN that breaks is lost by all at once', () => {
    const test = startCluster({ rest: `${plain}\nroles: [${vm('VM1', 'N2')}]` }).to(60);
    test.break({ fault: 'disk.fail', disk: 'CSV1' });
    expect(test.events(5120, 5121)).toEqual([]);
    expect(test.logged(5142)).toEqual(['60 N1', '60 N2']);
  });
});

describe('Storage: a disk has to be there before a machine is handed over with it', () => {
  it.each([
    ['before', 10],
    ['during', 80],
  ])('a destination that lost its paths %s the migration cannot take it: 1034, 21502, the machine stays', (_, lost) => {
    const test = startCluster({ rest: `${mirrored}\nroles: [${vm('VM1', 'N1', 'LUN1')}]` });
    if (lost < 60) losePaths(test.to(lost), 'N2');
    const { id } = test.to(60).run('role.liveMigrate', { role: 'VM1', destination: 'N2' });
    if (lost > 60) losePaths(test.to(lost), 'N2');
    // 500 + 36,552.913 ms, then 1 s and 2 s for the disk.
    expect(test.to(120).operation(id)).toMatchObject({ outcome: 'failed', endedAt: 100053 });
    expect(test.logged(1034)).toEqual(['100.053 N2']);
    expect(test.logged(21502)).toEqual(['100.053 N1']);
    expect(test.where('VM1')).toBe('Online on N1');
    expect(test.resource('LUN1')).toMatchObject({ state: 'Online', ownerNode: 'N1' });
  });
});

describe('Storage: both storage servers off', () => {
  const state = (test: TestCluster): string | undefined =>
    test.cluster.snapshot().storage.devices.find(({ name }) => name === 'HA2')?.state;
  const power = (test: TestCluster, server: string, on: boolean): void =>
    test.break({ fault: on ? 'storageServer.powerOn' : 'storageServer.crash', server });

  it.each(['S1', 'S2'])(
    'in the same moment: both were synchronized last, so the first one back, %s, leads',
    (first) => {
      const test = startCluster({ rest: mirrored }).to(60);
      for (const server of ['S1', 'S2']) power(test, server, false);
      expect(state(test)).toBe('Unavailable');
      power(test.to(200), first, true);
      expect(state(test)).toBe('NotSynchronized');
      power(test.to(300), first === 'S1' ? 'S2' : 'S1', true);
      // Nobody knows what the other lacks: 10 GB in full at 100 MB/s.
      expect(state(test.to(402.399))).toBe('Synchronizing');
      expect(state(test.to(402.4))).toBe('Synchronized');
    },
  );

  it('one after the other: the disk is gone until the last one synchronized is back', () => {
    const test = startCluster({ rest: mirrored }).to(60);
    power(test, 'S2', false);
    power(test.to(61), 'S1', false);
    power(test.to(100), 'S2', true);
    expect(state(test.to(150))).toBe('Unavailable');
    power(test, 'S1', true);
    expect(state(test)).toBe('Synchronizing');
  });
});

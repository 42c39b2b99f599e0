import { describe, expect, it } from 'vitest';
import { startCluster, type TestCluster } from '../testing/test-cluster';

const mirrored = `storage:
  servers: [{name: S1}, {name: S2}]
  devices:
    - {name: HA1, size: 100GB, mirrors: [{server: S1, target: a, priority: primary}, {server: S2, target: b, priority: secondary}]}
    - {name: HA2, size: 10GB, mirrors: [{server: S1, target: a, priority: primary}, {server: S2, target: b, priority: secondary}], syncRate: 100MB/s}
disks:
  - {name: CSV1, size: 100GB, device: HA1, use: csv, owner: N1}
  - {name: Data, size: 10GB, device: HA2, use: role}`;
const plain = `disks:
  - {name: CSV1, size: 100GB, use: csv, owner: N1}
  - {name: Data, size: 10GB, use: role}`;
const vm = (name: string, owner: string): string =>
  `{name: ${name}, type: virtualMachine, owner: ${owner}, disks: [CSV1], memory: 4GB}`;
const fs = '{name: FS, type: fileServer, owner: N2, disks: [Data]}';

function volume(test: TestCluster) {
  const found = test.cluster.snapshot().sharedVolumes[0];
  if (found === undefined) throw new Error('There is no volume');
  return found;
}

function access(test: TestCluster): string {
  return volume(test)
    .nodeStates.map(({ node, stateInfo }) => `${node} ${stateInfo}`)
    .join(', ');
}

function losePaths(test: TestCluster, node: string): void {
  for (const server of ['S1', 'S2']) test.break({ fault: 'path.fail', node, server });
}

describe('Storage: paths to a shared volume', () => {
  it('one of several lost: I/O pauses for 3 retries of 1 s and goes on', () => {
    const test = startCluster({ nodes: 3, rest: `${mirrored}\nroles: [${vm('VM1', 'N2')}]` }).to(60);
    test.break({ fault: 'path.fail', node: 'N2', server: 'S1' });
    expect(access(test.to(62.999))).toBe('N1 Direct, N2 Paused, N3 Direct');
    expect(access(test.to(63))).toBe('N1 Direct, N2 Direct, N3 Direct');
    expect(test.to(200).events()).toEqual([]);
    expect(access(test)).toBe('N1 Direct, N2 Direct, N3 Direct');
  });

  it('the last one gone for 20 s: I/O goes over the coordinator (5121), machines go on; back it is direct again', () => {
    const test = startCluster({ nodes: 3, rest: `${mirrored}\nroles: [${vm('VM1', 'N2')}]` }).to(60);
    losePaths(test, 'N2');
    expect(access(test.to(79))).toBe('N1 Direct, N2 Paused, N3 Direct');
    expect(test.to(80).logged(5121)).toEqual(['80 N2']);
    expect(access(test)).toBe('N1 Direct, N2 BlockRedirected, N3 Direct');
    expect(test.machine('VM1').state).toBe('Running');
    test.break({ fault: 'path.repair', node: 'N2', server: 'S2' });
    expect(access(test)).toBe('N1 Direct, N2 Direct, N3 Direct');
  });

  it('back within 20 s it was nothing', () => {
    const test = startCluster({ nodes: 3, rest: mirrored }).to(60);
    test.break({ fault: 'nic.fail', node: 'N2', network: 'iSCSI' });
    test.to(79).break({ fault: 'nic.repair', node: 'N2', network: 'iSCSI' });
    expect(test.to(200).events(5121, 5120, 1069)).toEqual([]);
    expect(access(test)).toBe('N1 Direct, N2 Direct, N3 Direct');
  });

  it('the coordinator without a path hands over to a node that has one (5120), in 2 s', () => {
    const test = startCluster({ nodes: 3, rest: `${mirrored}\nroles: [${vm('VM1', 'N1')}]` }).to(60);
    losePaths(test, 'N1');
    expect(test.to(80).logged(5120)).toEqual(['80 N1']);
    expect(volume(test)).toMatchObject({ state: 'OnlinePending', ownerNode: 'N2' });
    expect(volume(test.to(82))).toMatchObject({ state: 'Online', ownerNode: 'N2' });
    expect(access(test)).toBe('N1 BlockRedirected, N2 Direct, N3 Direct');
    expect(test.machine('VM1')).toMatchObject({ state: 'Running', computerName: 'N1' });
  });

  it('a pause of I/O makes a quick migration as much longer', () => {
    const test = startCluster({ nodes: 2, rest: `${mirrored}\nroles: [${vm('VM1', 'N1')}]` }).to(60);
    const { id } = test.run('role.quickMigrate', { role: 'VM1', destination: 'N2' });
    test.to(70).break({ fault: 'storageServer.crash', server: 'S2' });
    expect(test.to(200).operation(id).migration?.total).toBe(67_000 + 3000);
  });

  it('fail over only uses one path: another that is lost costs nothing', () => {
    const test = startCluster({ nodes: 2, rest: mirrored.replace('storage:', 'storage:\n  mpio: failOverOnly') }).to(
      60,
    );
    test.break({ fault: 'path.fail', node: 'N2', server: 'S2' });
    expect(access(test)).toBe('N1 Direct, N2 Direct');
    test.break({ fault: 'path.repair', node: 'N2', server: 'S2' });
    test.break({ fault: 'path.fail', node: 'N2', server: 'S1' });
    expect(access(test)).toBe('N1 Direct, N2 Paused');
    // From now on it uses the other one, also when the first is back.
    test.to(100).break({ fault: 'path.repair', node: 'N2', server: 'S1' });
    test.to(110).break({ fault: 'path.fail', node: 'N2', server: 'S1' });
    expect(access(test)).toBe('N1 Direct, N2 Direct');
    test.to(120).break({ fault: 'path.fail', node: 'N2', server: 'S2' });
    expect(access(test.to(125))).toBe('N1 Direct, N2 Paused');
    expect(access(test.to(140))).toBe('N1 Direct, N2 BlockRedirected');
  });

  it('without MPIO the first path is the only one', () => {
    const test = startCluster({ nodes: 2, rest: mirrored.replace('storage:', 'storage:\n  mpio: none') }).to(60);
    test.break({ fault: 'path.fail', node: 'N2', server: 'S2' });
    expect(access(test.to(100))).toBe('N1 Direct, N2 Direct');
    test.break({ fault: 'path.fail', node: 'N2', server: 'S1' });
    expect(access(test.to(120))).toBe('N1 Direct, N2 BlockRedirected');
  });
});

describe('Storage: sessions at the start', () => {
  const withSessions = (sessions: string): string => mirrored.replace('storage:', `storage:\n  sessions: ${sessions}`);

  it('a node without one has no path: its I/O goes over the coordinator, and nothing has happened', () => {
    const test = startCluster({ nodes: 3, rest: withSessions('[{node: N1, server: S1}, {node: N3, server: S2}]') });
    expect(access(test.to(100))).toBe('N1 Direct, N2 BlockRedirected, N3 Direct');
    expect(test.events()).toEqual([]);
  });

  it('a volume is coordinated by a node that has one, and a role does not fail over to a node that has none', () => {
    const rest = `${withSessions('[{node: N2, server: S1}, {node: N3, server: S1}]')}\nroles: [${fs}]`;
    const test = startCluster({ nodes: 3, rest });
    expect(volume(test)).toMatchObject({ state: 'Online', ownerNode: 'N2' });
    test.to(60).break({ fault: 'node.crash', node: 'N2' });
    expect(test.to(120).where('FS')).toBe('Online on N3');
  });
});

describe('Storage: a disk with one owner', () => {
  it('fails on the node whose last path has been gone for 20 s; its role goes to one that has a path', () => {
    const test = startCluster({ nodes: 3, rest: `${mirrored}\nroles: [${fs}]` }).to(60);
    for (const node of ['N2', 'N3']) losePaths(test, node);
    expect(test.to(79.999).where('FS')).toBe('Online on N2');
    expect(test.to(80).logged(1069)).toEqual(['80 N2']);
    expect(test.to(100).where('FS')).toBe('Online on N1');
  });

  it('that breaks for all fails at once and stays failed after its failovers', () => {
    const test = startCluster({ nodes: 2, rest: `${plain}\nroles: [${fs}]` }).to(60);
    test.break({ fault: 'disk.fail', disk: 'Data' });
    expect(test.logged(1069)).toEqual(['60 N2']);
    expect(test.to(300).resource('Data').state).toBe('Failed');
    expect(test.events(1034).length).toBeGreaterThan(0);
    expect(test.events(1254)).toHaveLength(1);
  });
});

describe('Storage: a shared volume that no node has a path to', () => {
  it('fails (5142); its machines stand still for 30 minutes and go on if it returns', () => {
    const test = startCluster({ nodes: 2, rest: `${plain}\nroles: [${vm('VM1', 'N2')}]` }).to(60);
    test.break({ fault: 'disk.fail', disk: 'CSV1' });
    expect(test.logged(5142)).toEqual(['60 N1', '60 N2']);
    expect(volume(test).state).toBe('Failed');
    expect(test.machine('VM1')).toMatchObject({ state: 'PausedCritical', computerName: 'N2' });
    expect(test.where('VM1')).toBe('Online on N2');
    test.to(1800).break({ fault: 'disk.repair', disk: 'CSV1' });
    expect(test.to(1802).machine('VM1')).toMatchObject({ state: 'Running', heartbeat: 'OkApplicationsHealthy' });
    expect(test.events(1069)).toEqual([]);
  });

  it('lets its machines fail after that time', () => {
    const test = startCluster({ nodes: 2, rest: `${plain}\nroles: [${vm('VM1', 'N2')}]` }).to(60);
    test.break({ fault: 'disk.fail', disk: 'CSV1' });
    expect(test.to(60 + 1799).machine('VM1').state).toBe('PausedCritical');
    expect(test.to(60 + 1800).logged(1069)[0]).toBe('1860 N2');
    expect(test.to(2000).machine('VM1').state).toBe('Off');
    expect(test.role('VM1').state).not.toBe('Online');
  });

  it('before 2016 they fail at once', () => {
    const test = startCluster({ release: '2012R2', nodes: 2, rest: `${plain}\nroles: [${vm('VM1', 'N2')}]` }).to(60);
    test.break({ fault: 'disk.fail', disk: 'CSV1' });
    expect(test.logged(1069)[0]).toBe('60 N2');
    expect(test.machine('VM1').state).not.toBe('Running');
  });

  it('is mounted by the node that gets its path back first', () => {
    const test = startCluster({ nodes: 2, rest: mirrored }).to(60);
    for (const node of ['N1', 'N2']) losePaths(test, node);
    expect(volume(test.to(80)).state).toBe('Failed');
    test.break({ fault: 'path.repair', node: 'N2', server: 'S1' });
    expect(volume(test.to(82))).toMatchObject({ state: 'Online', ownerNode: 'N2' });
    expect(access(test)).toBe('N1 BlockRedirected, N2 Direct');
  });
});

describe('Storage: a mirrored device', () => {
  const device = (test: TestCluster, name: string) => {
    const found = test.cluster.snapshot().storage.devices.find((each) => each.name === name);
    if (found === undefined) throw new Error('There is no device');
    return found;
  };
  const power = (test: TestCluster, server: string, on: boolean): void =>
    test.break({ fault: on ? 'storageServer.powerOn' : 'storageServer.crash', server });

  it('goes on with one server, not synchronized; on return it is synchronized fast, with no path over it before', () => {
    const test = startCluster({ nodes: 2, rest: `${mirrored}\nroles: [${fs}]` }).to(60);
    power(test, 'S1', false);
    expect(device(test, 'HA2').state).toBe('NotSynchronized');
    expect(test.to(100).where('FS')).toBe('Online on N2');
    power(test.to(160), 'S1', true);
    expect(device(test.to(165), 'HA2')).toMatchObject({ state: 'Synchronizing', synchronization: 50 });
    test.break({ fault: 'path.fail', node: 'N2', server: 'S2' });
    expect(test.to(169.999).resource('Data').state).toBe('Online');
    expect(device(test.to(170), 'HA2').state).toBe('Synchronized');
    expect(test.to(300).where('FS')).toBe('Online on N2');
    expect(test.events(1069)).toEqual([]);
  });

  it('is gone when both are off; the one that served last leads and the other is synchronized in full', () => {
    const test = startCluster({ nodes: 2, rest: `${mirrored}\nroles: [${fs}]` }).to(60);
    power(test, 'S1', false);
    power(test.to(70), 'S2', false);
    expect(device(test, 'HA2').state).toBe('Unavailable');
    expect(test.to(89.999).where('FS')).toBe('Online on N2');
    expect(test.to(90).logged(1069)[0]).toBe('90 N2');
    power(test.to(200), 'S1', true);
    expect(device(test, 'HA2').state).toBe('Unavailable');
    power(test.to(300), 'S2', true);
    expect(device(test, 'HA2').state).toBe('Synchronizing');
    expect(device(test.to(300 + 102.3), 'HA2').state).toBe('Synchronizing');
    expect(device(test.to(300 + 102.4), 'HA2').state).toBe('Synchronized');
  });

  it('whose sync link is lost lets the secondary block its I/O', () => {
    const test = startCluster({ nodes: 2, rest: `${mirrored}\nroles: [${fs}]` }).to(60);
    test.break({ fault: 'syncLink.fail', device: 'HA2' });
    expect(device(test, 'HA2').state).toBe('NotSynchronized');
    expect(device(test, 'HA1').state).toBe('Synchronized');
    test.break({ fault: 'path.fail', node: 'N2', server: 'S1' });
    expect(test.to(80).logged(1069)).toEqual(['80 N2']);
    test.to(160).break({ fault: 'syncLink.repair', device: 'HA2' });
    expect(device(test.to(170), 'HA2').state).toBe('Synchronized');
  });

  it('begins not synchronized where the scenario says so, and is brought up to date in full', () => {
    const test = startCluster({
      nodes: 2,
      rest: mirrored.replace('syncRate: 100MB/s', 'syncRate: 100MB/s, synchronized: false'),
    });
    expect(device(test, 'HA2').state).toBe('Synchronizing');
    expect(device(test.to(103), 'HA2').state).toBe('Synchronized');
  });
});

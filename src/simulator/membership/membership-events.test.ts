import { describe, expect, it } from 'vitest';
import { startCluster, type TestCluster } from '../testing/test-cluster';

const shareWitness = "quorum: {mode: nodeAndFileShareMajority, witness: '\\\\dc\\w'}";
const machine = (owner: string): string =>
  `disks: [{name: CSV1, size: 50GB, use: csv}]
roles: [{name: VM1, type: virtualMachine, owner: ${owner}, disks: [CSV1], memory: 1GB}]`;
const split = [['N1', 'N2'], ['N3']];

function crashService(test: TestCluster, node: string, ...seconds: readonly number[]): TestCluster {
  for (const second of seconds) test.to(second).break({ fault: 'clusterService.crash', node });
  return test;
}

function lose(test: TestCluster, ...nodes: readonly string[]): TestCluster {
  for (const node of nodes) test.break({ fault: 'node.crash', node });
  return test;
}

function lostNetwork(fault: Parameters<TestCluster['break']>[0]): TestCluster {
  const test = startCluster({ nodes: 3 }).to(60);
  test.break(fault);
  return test.to(80);
}

/** Three nodes of 2008 R2 with a share that fails; then two of them crash. */
function lostShare(): TestCluster {
  const test = startCluster({ release: '2008R2', nodes: 3, cluster: shareWitness }).to(61);
  test.break({ fault: 'witness.fail' });
  return test.to(70);
}

function forced(): TestCluster {
  const test = lose(startCluster({ nodes: 3 }), 'N2', 'N3').to(60);
  test.run('node.startService', { node: 'N1', forceQuorum: true });
  test.to(100).break({ fault: 'node.powerOn', node: 'N3' });
  return test.to(300);
}

function stale(): TestCluster {
  const test = lose(startCluster({ nodes: 2, cluster: shareWitness }), 'N2').to(60);
  lose(test, 'N1').to(100).break({ fault: 'node.powerOn', node: 'N2' });
  return test.to(300);
}

function isolated(): TestCluster {
  return crashService(startCluster({ nodes: 3, rest: machine('N3') }), 'N3', 60).to(130);
}

function quarantined(): TestCluster {
  return crashService(startCluster({ nodes: 3 }), 'N3', 100, 300, 500).to(600);
}

interface Story {
  readonly id: number;
  readonly level: string;
  /** Who logs it, each once. */
  readonly by: readonly string[];
  readonly subject: string;
  /** What the text names. */
  readonly names: readonly string[];
  readonly story: () => TestCluster;
}

const stories: readonly Story[] = [
  {
    ...{ id: 1006, level: 'critical', by: ['N2'], subject: 'node N2', names: ['N2'] },
    story: () => {
      const test = startCluster({ nodes: 3 }).to(60);
      test.break({ fault: 'nic.fail', node: 'N1', network: 'Public' });
      test.break({ fault: 'nic.fail', node: 'N2', network: 'Private' });
      return test.to(80);
    },
  },
  {
    ...{ id: 1011, level: 'warning', by: ['N1', 'N2'], subject: 'node N3', names: ['N3'] },
    story: () => {
      const test = startCluster({ nodes: 3 });
      test.run('node.evict', { node: 'N3' });
      return test.to(60);
    },
  },
  {
    ...{ id: 1045, level: 'warning', by: ['N2'], subject: 'resource IP Address 192.168.100.60', names: ['N2'] },
    story: () => {
      const rest = 'roles: [{name: FS, type: fileServer, owner: N1, address: 192.168.100.60}]';
      const test = startCluster({ nodes: '{name: N1}, {name: N2, nics: {Public: 192.168.101.12}}', rest });
      test.run('role.move', { role: 'FS', destination: 'N2' });
      return test.to(60);
    },
  },
  {
    ...{ id: 1049, level: 'error', by: ['N1', 'N1'], subject: 'resource IP Address 192.168.100.12' },
    names: ['IP Address 192.168.100.12', '192.168.100.12'],
    story: () => {
      const rest = 'roles: [{name: FS, type: fileServer, owner: N1, state: offline, address: 192.168.100.12}]';
      const test = startCluster({ nodes: '{name: N1}, {name: N2, nics: {Public: 192.168.100.12}}', rest });
      test.run('role.bringOnline', { role: 'FS' });
      return test.to(3);
    },
  },
  {
    ...{ id: 1050, level: 'error', by: ['N1', 'N1'], subject: 'resource N2 Network Name', names: ['N2'] },
    story: () => {
      const rest = 'roles: [{name: N2, type: fileServer, owner: N1, state: offline, address: 192.168.100.60}]';
      const test = startCluster({ rest });
      test.run('role.bringOnline', { role: 'N2' });
      return test.to(8);
    },
  },
  {
    ...{ id: 1125, level: 'warning', by: ['N1', 'N2', 'N3'], subject: 'networkInterface N1 - Private' },
    names: ['N1', 'Private'],
    story: () => lostNetwork({ fault: 'network.partition', groups: split, network: 'Private' }),
  },
  {
    ...{ id: 1127, level: 'error', by: ['N3'], subject: 'networkInterface N3 - Private', names: ['N3', 'Private'] },
    story: () => lostNetwork({ fault: 'nic.fail', node: 'N3', network: 'Private' }),
  },
  {
    ...{ id: 1128, level: 'information', by: ['N1'], subject: 'network Private', names: ['Private'] },
    story: () => {
      const test = lostNetwork({ fault: 'network.fail', network: 'Private' });
      test.break({ fault: 'network.repair', network: 'Private' });
      return test.to(90);
    },
  },
  {
    ...{ id: 1129, level: 'error', by: ['N1'], subject: 'network Private', names: ['Private'] },
    story: () => lostNetwork({ fault: 'network.partition', groups: split, network: 'Private' }),
  },
  {
    ...{ id: 1130, level: 'error', by: ['N1'], subject: 'network Private', names: ['Private'] },
    story: () => lostNetwork({ fault: 'network.fail', network: 'Private' }),
  },
  {
    ...{ id: 1135, level: 'critical', by: ['N1', 'N2'], subject: 'node N3', names: ['N3'] },
    story: () => lose(startCluster({ nodes: 3 }), 'N3').to(60),
  },
  {
    ...{ id: 1177, level: 'critical', by: ['N3'], subject: 'node N3', names: ['N3'] },
    story: () => lostNetwork({ fault: 'network.partition', groups: split }),
  },
  {
    ...{ id: 1546, level: 'critical', by: ['N3'], subject: 'node N3', names: ['N3', '14393.1', 'N1', '20348'] },
    story: () => {
      const test = startCluster({ nodes: "{name: N1}, {name: N2}, {name: N3, osBuild: '14393.1', state: off}" });
      test.break({ fault: 'node.powerOn', node: 'N3' });
      return test.to(300);
    },
  },
  {
    ...{ id: 1553, level: 'critical', by: ['N3', 'N3'], subject: 'node N3', names: ['N3'] },
    story: () => {
      const test = startCluster({ nodes: 3 }).to(60);
      for (const network of ['Public', 'Private']) test.break({ fault: 'nic.fail', node: 'N3', network });
      return test.to(300);
    },
  },
  {
    ...{ id: 1557, level: 'error', by: ['N1'], subject: 'resource File Share Witness', names: ['File Share Witness'] },
    story: lostShare,
  },
  {
    ...{
      id: 1558,
      level: 'warning',
      by: ['N1'],
      subject: 'resource File Share Witness',
      names: ['File Share Witness'],
    },
    story: () => {
      const test = startCluster({ nodes: 3, cluster: shareWitness }).to(61);
      test.break({ fault: 'nic.fail', node: 'N1', network: 'Public' });
      return test.to(90);
    },
  },
  { ...{ id: 1561, level: 'critical', by: ['N2'], subject: 'node N2', names: ['N2'] }, story: stale },
  {
    ...{ id: 1562, level: 'warning', by: ['N1'], subject: 'resource File Share Witness', names: ['\\\\dc\\w'] },
    story: lostShare,
  },
  {
    ...{ id: 1563, level: 'error', by: ['N1'], subject: 'resource File Share Witness', names: ['\\\\dc\\w'] },
    story: () => {
      const test = lostShare();
      test.run('cluster.shutDown');
      test.to(100).run('cluster.start');
      return test.to(110);
    },
  },
  {
    ...{ id: 1564, level: 'critical', by: ['N3'], subject: 'resource File Share Witness', names: ['\\\\dc\\w'] },
    story: () => {
      const test = startCluster({ nodes: 4, cluster: shareWitness }).to(60);
      const groups = [
        ['N1', 'N2'],
        ['N3', 'N4'],
      ];
      test.break({ fault: 'network.partition', groups });
      return test.to(80);
    },
  },
  {
    ...{ id: 1573, level: 'error', by: ['N2', 'N1'], subject: 'node N2', names: ['N2', '\\\\dc\\w'] },
    story: () => lose(lostShare(), 'N3').to(400),
  },
  {
    ...{ id: 1592, level: 'information', by: ['N1', 'N2'], subject: 'node N3', names: ['N1', 'N3'] },
    story: () => {
      const test = startCluster({ nodes: 3 }).to(60);
      test.break({ fault: 'network.partition', groups: split });
      test.to(65).break({ fault: 'network.heal' });
      return test.to(80);
    },
  },
  { ...{ id: 1672, level: 'critical', by: ['N1', 'N2'], subject: 'node N3', names: ['N3'] }, story: quarantined },
  { ...{ id: 1673, level: 'warning', by: ['N1', 'N2'], subject: 'node N3', names: ['N3'] }, story: isolated },
  { ...{ id: 1675, level: 'warning', by: ['N1'], subject: 'node N3', names: ['N3'] }, story: quarantined },
  { ...{ id: 1676, level: 'error', by: ['N3'], subject: 'node N3', names: ['N3'] }, story: quarantined },
  { ...{ id: 1680, level: 'information', by: ['N1', 'N2', 'N3'], subject: 'node N3', names: ['N3'] }, story: isolated },
  { ...{ id: 1681, level: 'warning', by: ['N1', 'N2'], subject: 'node N3', names: ['N3', 'VM1'] }, story: isolated },
  {
    ...{ id: 1682, level: 'information', by: ['N1', 'N2', 'N3'], subject: 'node N3', names: ['N3', 'VM1'] },
    story: isolated,
  },
  { ...{ id: 5396, level: 'critical', by: ['N3'], subject: 'node N3', names: ['N3'] }, story: forced },
  { ...{ id: 1061, level: 'information', by: ['N1'], subject: 'cluster C', names: ['C', 'N1'] }, story: forced },
  { ...{ id: 1062, level: 'information', by: ['N3'], subject: 'node N3', names: ['C', 'N3'] }, story: forced },
  {
    ...{ id: 1063, level: 'information', by: ['N3'], subject: 'node N3', names: ['N3'] },
    story: () => {
      const test = startCluster({ nodes: 3 });
      test.run('node.stopService', { node: 'N3' });
      return test.to(60);
    },
  },
  {
    ...{ id: 1674, level: 'information', by: ['N1'], subject: 'role FS', names: ['FS', 'Online', 'Offline'] },
    story: () => {
      const test = startCluster({ rest: 'roles: [{name: FS, type: fileServer, owner: N1}]' });
      test.run('role.takeOffline', { role: 'FS' });
      return test.to(60);
    },
  },
];

describe('Events: of membership, quorum and networks', () => {
  it.each(stories)('$id is logged by $by, about $subject', ({ id, level, by, subject, names, story }) => {
    const events = story().events(id);
    expect(events.map(({ node }) => node)).toEqual(by);
    const [first] = events;
    expect(first?.level).toBe(level);
    expect(`${first?.subject?.kind} ${first?.subject?.name}`).toBe(subject);
    for (const name of names) expect(first?.message).toContain(name);
  });

  it('1676 of a node that lost its power is told when it is back and may not join', () => {
    const test = startCluster({ nodes: 3 });
    for (const second of [100, 400, 700]) {
      lose(test.to(second), 'N3');
      test.to(second + 50).break({ fault: 'node.powerOn', node: 'N3' });
    }
    expect(test.to(1200).logged(1672)).toEqual(['714 N1', '714 N2']);
    expect(test.logged(1675)).toEqual(['870 N1']);
    expect(test.logged(1676)).toEqual(['870 N3']);
  });

  it('1682 tells of machines that fail over, too', () => {
    const test = lose(startCluster({ nodes: 3, rest: machine('N3') }), 'N3').to(400);
    expect(test.logged(1682)).toEqual(['254 N1', '254 N2']);
    expect(test.events(1682)[0]?.message).toContain('fail over');
  });

  it('nodes of neighbouring versions may be in one cluster since 2012 R2, others not', () => {
    const joined = (release: string, build: string): string => {
      const test = startCluster({
        release,
        nodes: `{name: N1}, {name: N2}, {name: N3, osBuild: '${build}', state: off}`,
      });
      test.break({ fault: 'node.powerOn', node: 'N3' });
      return test.to(200).node('N3').state;
    };
    expect(joined('2016', '9600.16384')).toBe('Up');
    expect(joined('2016', '17763.1')).toBe('Up');
    expect(joined('2016', '20348.1')).toBe('Down');
    expect(joined('2008R2', '9200.1')).toBe('Down');
    expect(joined('2012R2', '9200.1')).toBe('Down');
    expect(joined('2022', '20348.1')).toBe('Up');
  });
});

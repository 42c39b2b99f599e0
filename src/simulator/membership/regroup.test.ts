import { describe, expect, it } from 'vitest';
import { startCluster, type TestCluster } from '../testing/test-cluster';

const twoSites = '{name: N1, site: A}, {name: N2, site: A}, {name: N3, site: B}, {name: N4, site: B}';

function up(test: TestCluster): readonly string[] {
  return test.cluster.snapshot().nodes.flatMap(({ name, state }) => (state === 'Up' ? [name] : []));
}

describe('Membership: one regroup, whatever else becomes unreachable before it ends is part of it', () => {
  it.each(['N1', 'N2', 'N3', 'N4'])(
    'the loss of %s, which the other site would bear for longer, costs no living node its membership',
    (lost) => {
      const test = startCluster({ nodes: twoSites }).to(60);
      test.break({ fault: 'node.crash', node: lost });
      const others = ['N1', 'N2', 'N3', 'N4'].filter((node) => node !== lost);
      expect(up(test.to(74))).toEqual(others);
      expect(test.logged(1135)).toEqual(others.map((node) => `74 ${node}`));
      expect(test.to(200).events(1006, 1177)).toEqual([]);
    },
  );

  it('a node cut off from both sites is alone, though only its own site has lost patience', () => {
    const test = startCluster({ nodes: twoSites }).to(60);
    test.break({ fault: 'network.partition', groups: [['N1'], ['N2', 'N3', 'N4']] });
    expect(up(test.to(74))).toEqual(['N2', 'N3', 'N4']);
    expect(test.logged(1177)).toEqual(['74 N1']);
    expect(test.events(1006)).toEqual([]);
  });

  it('a break across both sites splits the members as they really reach each other', () => {
    const test = startCluster({ nodes: twoSites, cluster: 'quorum: {lowerPriorityNode: N1}' }).to(60);
    const groups = [
      ['N1', 'N3'],
      ['N2', 'N4'],
    ];
    test.break({ fault: 'network.partition', groups });
    expect(up(test.to(74))).toEqual(['N2', 'N4']);
    expect(test.logged(1177)).toEqual(['74 N1', '74 N3']);
  });

  it('what is noticed at the moment at which it ends begins the next one', () => {
    const test = startCluster({ nodes: 5 }).to(60);
    test.break({ fault: 'node.crash', node: 'N5' });
    test.to(64).break({ fault: 'node.crash', node: 'N4' });
    expect(test.to(90).logged(1135)).toEqual(['74 N1', '74 N2', '74 N3', '74 N4', '78 N1', '78 N2', '78 N3']);
    const crashed = startCluster({ nodes: 5 }).to(60);
    crashed.break({ fault: 'node.crash', node: 'N4' });
    crashed.to(66).break({ fault: 'clusterService.crash', node: 'N5' });
    expect(crashed.to(90).logged(1135)).toEqual(['70 N1', '70 N2', '70 N3', '70 N4', '74 N1', '74 N2', '74 N3']);
  });

  it('two nodes without a network in common that works both reach the third: one of them goes (1006)', () => {
    const test = startCluster({ nodes: 3 }).to(60);
    test.break({ fault: 'nic.fail', node: 'N1', network: 'Public' });
    test.break({ fault: 'nic.fail', node: 'N2', network: 'Private' });
    expect(up(test.to(74))).toEqual(['N1', 'N3']);
    expect(test.logged(1006)).toEqual(['74 N2']);
    expect(up(test.to(300))).toEqual(['N1', 'N3']);
    test.break({ fault: 'nic.repair', node: 'N2', network: 'Private' });
    expect(up(test.to(305))).toEqual(['N1', 'N2', 'N3']);
  });
});

describe('Membership: heartbeats go over every network of the cluster that two nodes have in common', () => {
  it('the death of a node that has none in common with another is noticed all the same', () => {
    const nodes =
      '{name: N1}, {name: N2, nics: {Private: 10.10.10.12}}, {name: N3, nics: {Public: 192.168.100.13}}, {name: N4}';
    const test = startCluster({ nodes }).to(60);
    expect(test.events()).toEqual([]);
    test.break({ fault: 'node.crash', node: 'N3' });
    expect(test.to(200).logged(1135)).toEqual(['74 N1', '74 N2', '74 N4']);
    expect(up(test)).toEqual(['N1', 'N2', 'N4']);
  });
});

describe('Membership: one network of several lost', () => {
  it('stays as it is known while a node dies unseen, and is Up again (1128) when that node has left', () => {
    const test = startCluster({ nodes: 3 }).to(60);
    test.break({ fault: 'nic.fail', node: 'N3', network: 'Private' });
    test.to(100).break({ fault: 'node.crash', node: 'N3' });
    const state = () => test.cluster.snapshot().networks.find(({ name }) => name === 'Private')?.state;
    expect(test.to(113.999).events(1128)).toEqual([]);
    expect(state()).toBe('Partitioned');
    expect(test.to(120).logged(1128)).toEqual(['114 N1']);
    expect(state()).toBe('Up');
  });

  it('is told first where its patience ends first: the node is lost when the last of its networks has run out', () => {
    const nodes =
      '{name: N1}, {name: N2, nics: {Public: 192.168.101.12, Private: 10.10.10.12, iSCSI: 172.30.100.12}}, {name: N3}';
    const test = startCluster({ nodes }).to(60);
    test.break({ fault: 'node.crash', node: 'N2' });
    expect(test.to(70).logged(1127)).toEqual(['70 N1']);
    expect(test.logged(1129)).toEqual(['70 N1']);
    expect(test.node('N2').state).toBe('Up');
    expect(test.to(200).logged(1135)).toEqual(['84 N1', '84 N3']);
    expect(test.events(1125, 1127)).toHaveLength(1);
  });

  it('three parts of one network are no failover: it is Partitioned and every interface Unreachable (1125, 1129)', () => {
    const test = startCluster({ nodes: 6 }).to(60);
    const groups = [
      ['N1', 'N2'],
      ['N3', 'N4'],
      ['N5', 'N6'],
    ];
    test.break({ fault: 'network.partition', network: 'Private', groups });
    expect(test.to(100).events(1125)).toHaveLength(6);
    expect(test.logged(1129)).toEqual(['70 N1']);
    expect(up(test)).toHaveLength(6);
  });
});

describe('Membership: nobody knows of a dead node before its heartbeats have been missed', () => {
  it('the snapshot changes with the end of the regroup, not with the loss of power', () => {
    const rest = `disks: [{name: CSV1, size: 50GB, use: csv, owner: N3}, {name: LUN1, size: 1GB, use: role}]
roles:
  - {name: VM1, type: virtualMachine, owner: N3, disks: [CSV1], memory: 4GB}
  - {name: FS, type: fileServer, owner: N3, disks: [LUN1], address: 192.168.100.60}`;
    const test = startCluster({ nodes: 3, rest }).to(62);
    const known = () => ({ ...test.cluster.snapshot(), time: 0 });
    const before = known();
    test.break({ fault: 'node.crash', node: 'N3' });
    expect(known()).toEqual(before);
    test.to(75.999);
    expect(known()).toEqual(before);
    expect(test.to(76).node('N3')).toMatchObject({ state: 'Down', memoryAvailable: null });
  });
});

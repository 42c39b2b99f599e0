import { describe, expect, it } from 'vitest';
import { startCluster, type TestCluster } from '../testing/test-cluster';

const disk = 'disks: [{name: Quorum, size: 1GB, use: witness}]';
const diskWitness = 'quorum: {mode: nodeAndDiskMajority, witness: Quorum}';
const shareWitness = (more = ''): string => `quorum: {mode: nodeAndFileShareMajority, witness: '\\\\dc\\w'${more}}`;

function crash(test: TestCluster, ...nodes: readonly string[]): void {
  for (const node of nodes) test.break({ fault: 'node.crash', node });
}

function weights(test: TestCluster): string {
  return test.cluster
    .snapshot()
    .nodes.map((node) => node.dynamicWeight)
    .join('');
}

describe('Quorum: static quorum', () => {
  it('counts every node, up or down: 3 of 5 are needed, and two left of five stop', () => {
    const test = startCluster({ release: '2008R2', nodes: 5 });
    expect(test.quorum).toMatchObject({
      votes: 5,
      votesTotal: 5,
      votesNeeded: 3,
      canFailAtOnce: 2,
      canFailOneByOne: 2,
    });
    crash(test, 'N4', 'N5');
    expect(test.to(60).quorum).toMatchObject({ votes: 3, votesTotal: 5, canFailAtOnce: 0 });
    crash(test, 'N3');
    expect(test.to(120).state).toBe('Stopped');
  });

  it('a configured witness counts, reachable or not', () => {
    const test = startCluster({ release: '2008R2', nodes: 2, cluster: diskWitness, rest: disk });
    expect(test.quorum).toMatchObject({ votes: 3, votesTotal: 3, canFailAtOnce: 1 });
    test.break({ fault: 'witness.fail' });
    expect(test.quorum).toMatchObject({ votes: 2, votesTotal: 3, votesNeeded: 2, witnessState: 'Failed' });
    crash(test, 'N2');
    expect(test.to(60).state).toBe('Stopped');
  });

  it('disk only: the disk has the only vote', () => {
    const test = startCluster({
      release: '2008R2',
      nodes: 4,
      cluster: 'quorum: {mode: diskOnly, witness: Quorum}',
      rest: disk,
    });
    expect(test.quorum).toMatchObject({ votes: 1, votesTotal: 1, votesNeeded: 1, canFailAtOnce: 3 });
    crash(test, 'N2', 'N3', 'N4');
    expect(test.to(60).state).toBe('Running');
  });
});

describe('Quorum: dynamic quorum', () => {
  it('goes on to the last man standing when nodes fail one by one', () => {
    const test = startCluster({ nodes: 5 });
    let at = 0;
    for (const node of ['N5', 'N4', 'N3']) {
      crash(test, node);
      test.to((at += 60));
    }
    expect(test.state).toBe('Running');
    expect(test.quorum).toMatchObject({ votes: 1, votesTotal: 1 });
    const voter = test.node('N1').dynamicWeight === 1 ? 'N1' : 'N2';
    crash(test, voter === 'N1' ? 'N2' : 'N1');
    expect(test.to(300).state).toBe('Running');
  });

  it('does not survive the loss of a majority at once', () => {
    const test = startCluster({ nodes: 5 });
    crash(test, 'N3', 'N4', 'N5');
    expect(test.to(60).state).toBe('Stopped');
  });

  it('takes one vote of an even number without a witness: the one of lowerPriorityNode', () => {
    const test = startCluster({ nodes: 4, cluster: 'quorum: {mode: nodeMajority, lowerPriorityNode: N2}' });
    expect(weights(test)).toBe('1011');
    expect(test.quorum).toMatchObject({ votes: 3, votesTotal: 3, votesNeeded: 2, canFailAtOnce: 1 });
    test.break({
      fault: 'network.partition',
      groups: [
        ['N1', 'N2'],
        ['N3', 'N4'],
      ],
    });
    expect(test.to(60).logged(1177)).toEqual(['14 N1', '14 N2']);
  });

  it('takes it from a random node where none is named, or where that one is down: any of four, by the seed', () => {
    const loser = (seed: number, cluster = ''): string | undefined => {
      const test = startCluster({ nodes: 5, cluster, rest: `seed: ${seed}` });
      crash(test, 'N5');
      const { nodes } = test.to(60).cluster.snapshot();
      return nodes.find(({ state, dynamicWeight }) => state === 'Up' && dynamicWeight === 0)?.name;
    };
    const seeds = Array.from({ length: 16 }, (_, seed) => seed + 1);
    expect(new Set(seeds.map((seed) => loser(seed)))).toEqual(new Set(['N1', 'N2', 'N3', 'N4']));
    const down = seeds.map((seed) => loser(seed, 'quorum: {mode: nodeMajority, lowerPriorityNode: N5}'));
    expect(new Set(down)).toEqual(new Set(['N1', 'N2', 'N3', 'N4']));
    expect(loser(1, 'quorum: {mode: nodeMajority, lowerPriorityNode: N3}')).toBe('N3');
  });

  it('counts a cloud witness that is reached over a network for clients, not over one for the cluster only', () => {
    const cluster = "quorum: {mode: nodeAndCloudMajority, witness: 'https://w.example.com'}";
    const test = startCluster({ nodes: 4, cluster });
    for (const node of ['N1', 'N2', 'N3', 'N4']) test.break({ fault: 'nic.fail', node, network: 'Public' });
    expect(test.to(30).quorum).toMatchObject({ witnessState: 'Failed', witnessDynamicWeight: 0, votesTotal: 3 });
    test.break({ fault: 'nic.repair', node: 'N3', network: 'Public' });
    expect(test.to(40).quorum).toMatchObject({ witnessState: 'Online', witnessDynamicWeight: 1, votesTotal: 5 });
    expect(test.role('Cluster Group').ownerNode).toBe('N3');
  });

  it('2012: takes one only when two are left, and the higher node number keeps it', () => {
    const test = startCluster({ release: '2012', nodes: 4 });
    expect(weights(test)).toBe('1111');
    crash(test, 'N1');
    test.to(60);
    expect(weights(test)).toBe('0111');
    crash(test, 'N3');
    test.to(120);
    expect(weights(test)).toBe('0001');
  });

  it('2012 R2 and later: the witness votes when the number of node votes is even', () => {
    const test = startCluster({ nodes: 3, cluster: diskWitness, rest: disk });
    expect(test.quorum).toMatchObject({ witnessDynamicWeight: 0, votes: 3, votesTotal: 3 });
    crash(test, 'N3');
    expect(test.to(60).quorum).toMatchObject({ witnessDynamicWeight: 1, votes: 3, votesTotal: 3, canFailAtOnce: 1 });
  });

  it('2012: a witness always votes while it is there', () => {
    const test = startCluster({ release: '2012', nodes: 3, cluster: diskWitness, rest: disk });
    expect(test.quorum).toMatchObject({ witnessDynamicWeight: 1, votes: 4, votesTotal: 4, votesNeeded: 3 });
  });

  it('a witness that fails loses its vote, and a node gives one up; it gets both back with the witness', () => {
    const test = startCluster({ nodes: 2, cluster: shareWitness() });
    expect(test.quorum).toMatchObject({ votes: 3, witnessState: 'Online' });
    test.break({ fault: 'witness.fail' });
    expect(test.quorum).toMatchObject({ votes: 1, votesTotal: 1, witnessState: 'Failed', witnessDynamicWeight: 0 });
    expect(test.events(1562)).toHaveLength(1);
    test.break({ fault: 'witness.repair' });
    expect(test.to(6).quorum).toMatchObject({ votes: 3, witnessState: 'Online' });
  });

  it('a NodeWeight of 0 never votes', () => {
    const test = startCluster({ nodes: '{name: N1}, {name: N2}, {name: N3, vote: 0}' });
    expect(test.node('N3').dynamicWeight).toBe(0);
    expect(test.quorum).toMatchObject({ votes: 1, votesTotal: 1 });
    test.run('node.setVote', { node: 'N3', vote: 1 });
    expect(test.quorum).toMatchObject({ votes: 3, votesTotal: 3 });
  });
});

describe('Quorum: a graceful leave', () => {
  it('hands the vote over: all but the last can stop', () => {
    const test = startCluster({ nodes: 3 });
    expect(test.run('node.stopService', { node: 'N1' }).outcome).toBe('running');
    test.to(60);
    expect(test.node('N1').state).toBe('Down');
    expect(test.logged(1063)).toEqual(['4 N1']);
    test.run('node.stopService', { node: 'N2' });
    expect(test.to(120).state).toBe('Running');
    const last = test.run('node.stopService', { node: 'N3' });
    expect(last).toMatchObject({ outcome: 'failed', error: { code: 5925 } });
  });

  it('is refused where it would cost a static quorum', () => {
    const test = startCluster({ nodes: 3, release: '2008R2' });
    test.run('node.stopService', { node: 'N3' });
    test.to(60);
    expect(test.node('N3').state).toBe('Down');
    expect(test.run('node.stopService', { node: 'N2' }).error?.code).toBe(5925);
  });

  it('stays stopped when it was stopped by command', () => {
    const test = startCluster({ nodes: 3 });
    test.run('node.stopService', { node: 'N3' });
    expect(test.to(600).node('N3').state).toBe('Down');
    expect(test.run('node.startService', { node: 'N3' }).outcome).toBe('succeeded');
    expect(test.node('N3').state).toBe('Up');
  });
});

describe('Quorum: forming again', () => {
  it('needs the latest configuration: a share witness knows that another node had it (1561)', () => {
    const test = startCluster({ nodes: 2, release: '2008R2', cluster: shareWitness() });
    crash(test, 'N2');
    crash(test.to(60), 'N1');
    test.to(120).break({ fault: 'node.powerOn', node: 'N2' });
    expect(test.to(300).state).toBe('Stopped');
    expect(test.logged(1561)[0]).toBe('240 N2');
    test.break({ fault: 'node.powerOn', node: 'N1' });
    expect(test.to(500).state).toBe('Running');
  });

  it('takes a majority of all nodes where the scenario starts with none that votes', () => {
    const off = startCluster({ nodes: '{name: N1, state: off}, {name: N2, state: off}, {name: N3, state: off}' });
    off.break({ fault: 'node.powerOn', node: 'N1' });
    off.to(200).break({ fault: 'node.powerOn', node: 'N2' });
    expect(off.to(319).state).toBe('Stopped');
    expect(off.to(330).state).toBe('Running');

    const voters = '{name: N1, state: off}, {name: N2, state: off}, {name: N3, state: off}, {name: N4, vote: 0}';
    const remote = startCluster({ nodes: voters });
    expect(remote.to(60).state).toBe('Stopped');
    for (const node of ['N1', 'N2']) remote.break({ fault: 'node.powerOn', node });
    expect(remote.to(200).quorum).toMatchObject({ state: 'Normal', votes: 1 });
    expect(remote.node('N4').state).toBe('Up');
  });

  it('is not for nodes that hold no vote of the last ones agreed, however many they are', () => {
    const test = startCluster({ nodes: 5 });
    for (const [place, node] of ['N5', 'N4', 'N3', 'N2'].entries()) {
      test.run('node.stopService', { node });
      test.to((place + 1) * 60);
    }
    expect(test.quorum).toMatchObject({ votes: 1, votesTotal: 1 });
    crash(test, 'N1');
    for (const node of ['N2', 'N3', 'N4', 'N5']) test.run('node.startService', { node });
    expect(test.to(600).state).toBe('Stopped');
    const told = test.events(1561).map(({ node }) => node);
    expect(told.sort()).toEqual(['N2', 'N3', 'N4', 'N5']);
    test.break({ fault: 'node.powerOn', node: 'N1' });
    expect(test.to(800).quorum).toMatchObject({ votes: 5, votesTotal: 5 });
  });

  it('a disk witness holds the configuration', () => {
    const test = startCluster({ nodes: 2, release: '2008R2', cluster: diskWitness, rest: disk });
    crash(test, 'N2');
    crash(test.to(60), 'N1');
    test.to(120).break({ fault: 'node.powerOn', node: 'N2' });
    expect(test.to(300).state).toBe('Running');
  });

  it('by force needs neither votes nor configuration; the others join it', () => {
    const test = startCluster({ nodes: 5 });
    crash(test, 'N3', 'N4', 'N5');
    expect(test.to(80).state).toBe('Stopped');
    expect(test.run('node.startService', { node: 'N1', forceQuorum: true }).outcome).toBe('succeeded');
    expect(test.to(90).state).toBe('Running');
    expect(test.node('N2').state).toBe('Up');
    test.break({ fault: 'node.powerOn', node: 'N4' });
    expect(test.to(300).node('N4').state).toBe('Up');
  });

  it('prevented quorum waits until it can join', () => {
    const test = startCluster({ nodes: 3 });
    crash(test, 'N1', 'N2', 'N3');
    test.to(60);
    for (const node of ['N1', 'N2']) test.break({ fault: 'node.powerOn', node });
    test.to(179);
    test.run('node.startService', { node: 'N1', preventQuorum: true });
    expect(test.to(400).state).toBe('Stopped');
    test.break({ fault: 'node.powerOn', node: 'N3' });
    expect(test.to(600).node('N1').state).toBe('Up');
  });
});

describe('Quorum: taking the witness offline', () => {
  const only = '{name: N1, vote: 0}, {name: N2, vote: 0}';

  it('is refused where it has the only vote, by itself or with the core group (5068)', () => {
    const test = startCluster({ nodes: only, cluster: shareWitness() });
    expect(test.quorum).toMatchObject({ votes: 1, votesTotal: 1 });
    expect(test.run('role.takeOffline', { role: 'Cluster Group' }).error?.code).toBe(5068);
    expect(test.run('resource.takeOffline', { resource: 'File Share Witness' }).error?.code).toBe(5068);
    expect(test.run('resource.takeOffline', { resource: 'Cluster Name' }).error).toBeNull();
    expect(test.to(120).quorum).toMatchObject({ votes: 1, votesTotal: 1 });
    expect(test.state).toBe('Running');
  });

  it('is refused where the votes of the nodes are no majority without it (5068), and done when they are', () => {
    const test = startCluster({ release: '2008R2', nodes: 2, cluster: diskWitness, rest: disk });
    crash(test, 'N2');
    test.to(60);
    expect(test.run('role.takeOffline', { role: 'Cluster Group' }).error?.code).toBe(5068);
    test.break({ fault: 'node.powerOn', node: 'N2' });
    test.to(300).run('role.takeOffline', { role: 'Cluster Group' });
    expect(test.to(320).role('Cluster Group').state).toBe('Offline');
    expect(test.state).toBe('Running');
  });
});

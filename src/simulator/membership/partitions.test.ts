import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';

const disks = 'disks: [{name: Quorum, size: 1GB, use: witness}, {name: CSV1, size: 500GB, use: csv}]';
const shareWitness = `quorum: {mode: nodeAndFileShareMajority, witness: '\\\\dc\\w'}`;
const vm = (name: string, owner: string): string =>
  `{name: ${name}, type: virtualMachine, owner: ${owner}, disks: [CSV1], memory: 4GB}`;

describe('Membership: heartbeats', () => {
  it('are not forgotten when something else happens at the very moment they are noticed missing', () => {
    const test = startCluster({ nodes: 3 }).to(300);
    test.break({ fault: 'node.crash', node: 'N3' });
    test.to(309.9);
    test.cluster.scheduleTimeline([
      {
        at: 310_000,
        label: null,
        action: { kind: 'fault', fault: { fault: 'nic.fail', node: 'N1', network: 'Public' } },
      },
    ]);
    expect(test.to(320).logged(1135)).toEqual(['314 N1', '314 N2']);
  });

  it('that come back in time after all were missed are told (1592), one lost network is not', () => {
    const test = startCluster({ nodes: 2 }).to(60);
    test.break({ fault: 'network.partition', groups: [['N1'], ['N2']], network: 'Private' });
    test.to(65).break({ fault: 'network.heal' });
    expect(test.to(100).events(1592)).toEqual([]);
    test.break({ fault: 'network.partition', groups: [['N1'], ['N2']] });
    test.to(104.5).break({ fault: 'network.heal' });
    expect(test.to(200).logged(1592)).toEqual(['105 N1']);
    expect(test.events(1135, 1177, 1129)).toEqual([]);
    expect(test.cluster.nextEventAt()).toBeNull();
  });

  it('follow the settings: 5 beats of 500 ms across subnets', () => {
    const nodes = `{name: N1}, {name: N2, nics: {Public: 192.168.101.12}}, {name: N3}`;
    const settings = 'settings: {crossSubnetDelay: 500, crossSubnetThreshold: 5}';
    const test = startCluster({
      nodes,
      cluster: settings,
      rest: 'networks: [{name: Public, subnet: 192.168.100.0/24, role: clusterAndClient}]',
    });
    test.to(60).break({ fault: 'nic.fail', node: 'N2', network: 'Public' });
    expect(test.to(100).logged(1135)).toEqual(['66.5 N1', '66.5 N3']);
    expect(test.logged(1553)).toEqual(['66.5 N2']);
  });

  it('need all networks to be lost: the second one counts from its own first missed beat', () => {
    const test = startCluster({ nodes: 3 }).to(60);
    test.break({ fault: 'nic.fail', node: 'N3', network: 'Private' });
    test.to(66).break({ fault: 'nic.fail', node: 'N3', network: 'Public' });
    expect(test.to(100).logged(1135)).toEqual(['80 N1', '80 N2']);
    expect(test.logged(1127)).toEqual(['70 N3']);
  });
});

describe('Membership: a regroup', () => {
  it('still counts a member that died without anyone having noticed', () => {
    const test = startCluster({ release: '2008R2', nodes: 3 }).to(60);
    test.break({ fault: 'node.crash', node: 'N3' });
    test.to(68.5).break({ fault: 'node.crash', node: 'N2' });
    expect(test.to(69).state).toBe('Running');
    expect(test.to(77.999).state).toBe('Running');
    expect(test.to(78).state).toBe('Stopped');
    expect(test.logged(1177)).toEqual(['78 N1']);
  });

  it('decides with the votes from before it began', () => {
    const test = startCluster({ nodes: 4, cluster: shareWitness }).to(60);
    test.break({ fault: 'node.crash', node: 'N4' });
    test.to(71).break({ fault: 'witness.fail' });
    expect(test.to(73.999).quorum).toMatchObject({ votesTotal: 5 });
    expect(test.to(74).quorum).toMatchObject({ votesTotal: 3, votes: 3, witnessDynamicWeight: 0 });
  });

  it('prunes a node that does not reach all survivors (1006)', () => {
    const test = startCluster({ nodes: 3 }).to(60);
    test.break({
      fault: 'network.partition',
      groups: [
        ['N1', 'N2'],
        ['N2', 'N3'],
      ],
    });
    expect(test.to(80).logged(1177)).toEqual(['74 N3']);
    expect(test.logged(1006)).toEqual(['74 N3']);
    expect(test.node('N2').state).toBe('Up');
  });

  it('of a partition in three goes to the group with most votes', () => {
    const nodes = '{name: N1}, {name: N2, vote: 0}, {name: N3, vote: 0}, {name: N4}, {name: N5}';
    const test = startCluster({ nodes }).to(60);
    test.break({
      fault: 'network.partition',
      groups: [
        ['N1', 'N2', 'N3'],
        ['N4', 'N5'],
      ],
    });
    expect(test.to(80).logged(1177)).toEqual(['74 N1', '74 N2', '74 N3']);
  });
});

describe('Quorum: the witness at a split', () => {
  it('file share: goes to the side where the core group runs; the other side lost the lock (1564)', () => {
    const test = startCluster({ nodes: 4, cluster: shareWitness }).to(60);
    test.run('cluster.moveCoreResources', { destination: 'N4' });
    test.to(70).break({
      fault: 'network.partition',
      groups: [
        ['N1', 'N2'],
        ['N3', 'N4'],
      ],
    });
    expect(test.to(84).logged(1177)).toEqual(['84 N1', '84 N2']);
    expect(test.logged(1564)).toEqual(['84 N1']);
  });

  it('goes to the other side when the core group cannot reach it any more', () => {
    const test = startCluster({ nodes: 2, cluster: shareWitness }).to(60);
    test.break({ fault: 'nic.fail', node: 'N1', network: 'Public' });
    test.break({ fault: 'network.partition', groups: [['N1'], ['N2']], network: 'Private' });
    expect(test.to(74).logged(1177)).toEqual(['74 N1']);
    expect(test.to(80).quorum).toMatchObject({ state: 'Normal', votes: 1, votesTotal: 1 });
  });

  it('disk only: the side of the owner of the disk goes on, however small', () => {
    const test = startCluster({
      release: '2008R2',
      nodes: 5,
      cluster: 'quorum: {mode: diskOnly, witness: Quorum}',
      rest: disks,
    }).to(60);
    test.break({ fault: 'network.partition', groups: [['N1'], ['N2', 'N3', 'N4', 'N5']] });
    expect(test.to(69).logged(1177)).toHaveLength(4);
    expect(test.node('N1').state).toBe('Up');
  });

  it('disk only: without the disk nothing runs, and it comes back with the disk', () => {
    const test = startCluster({
      release: '2008R2',
      nodes: 2,
      cluster: 'quorum: {mode: diskOnly, witness: Quorum}',
      rest: disks,
    }).to(61);
    test.break({ fault: 'witness.fail' });
    expect(test.to(65).state).toBe('Stopped');
    expect(test.logged(1177)).toEqual(['65 N1', '65 N2']);
    test.to(200).break({ fault: 'witness.repair' });
    expect(test.to(206).state).toBe('Running');
  });

  it('is noticed lost at the next looksAlive, 5 s, and followed by the core group to where it can be reached (1558)', () => {
    const test = startCluster({ nodes: 3, cluster: shareWitness }).to(61);
    test.break({ fault: 'nic.fail', node: 'N1', network: 'Public' });
    expect(test.to(64.999).events(1558)).toEqual([]);
    expect(test.to(65).logged(1558)).toEqual(['65 N1']);
    expect(test.to(80).role('Cluster Group').ownerNode).not.toBe('N1');
    expect(test.quorum.witnessState).toBe('Online');
  });

  it('that nobody reaches fails alone (1557, 1562, 1069) and comes back by itself', () => {
    const test = startCluster({ nodes: 2, cluster: shareWitness }).to(61);
    test.break({ fault: 'witness.fail' });
    expect(
      test
        .to(65)
        .events(1557, 1562, 1069)
        .map(({ id }) => id),
    ).toEqual([1562, 1557, 1069]);
    expect(test.quorum).toMatchObject({ witnessState: 'Failed', votes: 1, votesTotal: 1 });
    expect(test.where('Cluster Group')).toBe('PartialOnline on N1');
    test.to(100).break({ fault: 'witness.repair' });
    expect(test.to(106).quorum).toMatchObject({ witnessState: 'Online', votes: 3, votesTotal: 3 });
    expect(test.where('Cluster Group')).toBe('Online on N1');
  });

  it('2012: its loss is the loss of a vote, and one node with a witness stops', () => {
    const test = startCluster({ release: '2012', nodes: 2, cluster: shareWitness }).to(60);
    test.break({ fault: 'node.crash', node: 'N2' });
    expect(test.to(100).quorum).toMatchObject({ votes: 2, votesTotal: 2, votesNeeded: 2 });
    test.break({ fault: 'witness.fail' });
    expect(test.to(110).state).toBe('Stopped');
  });
});

describe('Quorum: force quorum', () => {
  const split = [
    ['N1', 'N2', 'N3'],
    ['N4', 'N5'],
  ];

  it('overrules a majority that ran on unseen: its nodes stop (5396), join and lose what they changed', () => {
    const test = startCluster({ nodes: 5, rest: `${disks}\nroles: [${vm('VM1', 'N1')}]` }).to(60);
    test.break({ fault: 'network.partition', groups: split });
    expect(test.to(80).logged(1177)).toEqual(['74 N4', '74 N5']);
    test.to(100).run('node.startService', { node: 'N4', forceQuorum: true });
    expect(test.to(110).state).toBe('Running');
    expect(test.to(140).node('N5').state).toBe('Up');
    expect(test.node('N1').state).toBe('Down');
    test.run('role.setPriority', { role: 'VM1', priority: 'high' });
    test.to(200.5).break({ fault: 'network.heal' });
    expect(test.to(201).logged(5396)).toEqual(['134 N5', '201 N1', '201 N2', '201 N3']);
    test.to(300);
    expect(['N1', 'N2', 'N3', 'N4', 'N5'].map((node) => test.node(node).state)).toEqual(['Up', 'Up', 'Up', 'Up', 'Up']);
    expect(test.role('VM1').priority).toBe(3000);
    expect(test.events(5396)).toHaveLength(4);
  });

  it('cannot take a disk from a living owner on the other side', () => {
    const test = startCluster({ nodes: 3, rest: `${disks}\nroles: [${vm('VM1', 'N1')}]` }).to(60);
    test.break({ fault: 'network.partition', groups: [['N1', 'N2'], ['N3']] });
    test.to(100).run('node.startService', { node: 'N3', forceQuorum: true });
    test.to(200);
    expect(test.role('VM1').state).not.toBe('Online');
    expect(test.machine('VM1')).toMatchObject({ state: 'Running', computerName: 'N1' });
    expect(test.state).toBe('Running');
  });

  it('runs with less than half of static votes, and is one like any other when it has them back', () => {
    const test = startCluster({ release: '2008R2', nodes: 5 }).to(60);
    for (const node of ['N3', 'N4', 'N5']) test.break({ fault: 'node.crash', node });
    expect(test.to(80).state).toBe('Stopped');
    test.run('node.startService', { node: 'N1', forceQuorum: true });
    expect(test.to(200)).toMatchObject({ state: 'Running' });
    expect(test.quorum).toMatchObject({ votes: 2, votesTotal: 5, votesNeeded: 3 });
    test.break({ fault: 'node.powerOn', node: 'N3' });
    expect(test.to(400).quorum.votes).toBe(3);
    expect(test.logged(5396)).toEqual(['129 N2', '320 N3']);
    for (const node of ['N2', 'N3']) test.break({ fault: 'node.crash', node });
    expect(test.to(500).state).toBe('Stopped');
  });

  it('joins a running partition that it reaches instead', () => {
    const test = startCluster({ nodes: 3 }).to(60);
    test.run('node.stopService', { node: 'N3' });
    test.to(120).run('node.startService', { node: 'N3', forceQuorum: true });
    expect(test.node('N3').state).toBe('Up');
    expect(test.events(5396)).toEqual([]);
  });

  it('nodes that were off form their own majority if they do not see it: prevent quorum keeps them waiting', () => {
    const start = (preventQuorum: boolean) => {
      const test = startCluster({ nodes: 5 }).to(60);
      for (const node of ['N1', 'N2', 'N3']) test.break({ fault: 'node.crash', node });
      test.to(80).run('node.startService', { node: 'N4', forceQuorum: true });
      test.to(150).break({ fault: 'network.partition', groups: split });
      for (const node of ['N1', 'N2', 'N3']) test.break({ fault: 'node.powerOn', node });
      if (preventQuorum)
        for (const node of ['N1', 'N2', 'N3']) test.run('node.startService', { node, preventQuorum: true });
      return test.to(300);
    };
    expect(start(false).logged(1061)).toHaveLength(2);
    const prevented = start(true);
    expect(prevented.logged(1061)).toHaveLength(1);
    prevented.break({ fault: 'network.heal' });
    expect(prevented.to(310).node('N1').state).toBe('Up');
  });
});

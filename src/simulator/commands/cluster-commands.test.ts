import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';

const disks = `disks:
  - {name: Quorum, size: 1GB, use: witness}
  - {name: Spare, size: 50GB, use: available}
  - {name: Small, size: 256MB, use: available}
  - {name: CSV1, size: 500GB, use: csv}`;
const vm = (name: string, owner: string, more = ''): string =>
  `{name: ${name}, type: virtualMachine, owner: ${owner}, disks: [CSV1], memory: 4GB${more}}`;
const diskWitness = 'quorum: {mode: nodeAndDiskMajority, witness: Quorum}';

describe('Membership: Shut Down Cluster', () => {
  it('takes every role offline, machines by their offline action, then stops the service everywhere; Start Cluster brings all back', () => {
    const test = startCluster({
      nodes: 3,
      cluster: diskWitness,
      rest: `${disks}\nroles: [${vm('VM1', 'N1', ', usedMemory: 1280MB')}, ${vm('VM2', 'N2', ', offlineAction: turnOff')}, {name: App, type: genericService, owner: N3, state: offline}]`,
    }).to(60);
    const down = test.run('cluster.shutDown');
    expect(down.outcome).toBe('running');
    expect(test.to(70).machine('VM1').state).toBe('Saving');
    expect(test.machine('VM2').state).toBe('Off');
    expect(test.to(90).operation(down.id)).toMatchObject({ outcome: 'succeeded' });
    expect(test.state).toBe('Stopped');
    expect(test.machine('VM1').state).toBe('Saved');
    expect(test.events(1063)).toHaveLength(3);
    expect(test.events(1135, 1177)).toEqual([]);
    const offline = test.events(1204).map(({ subject }) => subject?.name);
    expect(offline.sort()).toEqual(['Available Storage', 'Cluster Group', 'VM1', 'VM2']);
    expect(test.to(600).state).toBe('Stopped');
    expect(test.run('cluster.start').outcome).toBe('succeeded');
    expect(test.state).toBe('Running');
    test.to(640);
    expect(test.where('VM1')).toBe('Online on N1');
    expect(test.where('VM2')).toBe('Online on N2');
    expect(test.where('App')).toBe('Offline on N3');
    expect(test.where('Cluster Group')).toBe('Online on N1');
  });

  it('keeps the last agreed votes: half of the nodes cannot start it alone', () => {
    const test = startCluster({ nodes: 4 }).to(60);
    test.run('cluster.shutDown');
    test.to(120);
    for (const node of ['N1', 'N2']) test.break({ fault: 'node.crash', node });
    test.run('cluster.start');
    const voters = test.cluster.snapshot().nodes.filter((node) => node.dynamicWeight === 1);
    expect(voters).toHaveLength(3);
    const here = voters.filter(({ name }) => name === 'N3' || name === 'N4').length;
    expect(test.to(130).state).toBe(here === 2 ? 'Running' : 'Stopped');
  });
});

describe('Quorum: Configure Cluster Quorum Settings', () => {
  it('adds a file share witness and takes it away', () => {
    const test = startCluster({ nodes: 2 });
    expect(test.quorum).toMatchObject({ votes: 1, votesTotal: 1, witness: null });
    test.run('cluster.setQuorum', { mode: 'nodeAndFileShareMajority', witness: '\\\\dc\\w' });
    expect(test.to(2).quorum).toMatchObject({ votes: 3, votesTotal: 3, witness: '\\\\dc\\w', witnessState: 'Online' });
    expect(test.resource('File Share Witness').state).toBe('Online');
    test.run('cluster.setQuorum', { mode: 'nodeMajority' });
    expect(test.quorum).toMatchObject({ votes: 1, witness: null });
    expect(test.cluster.snapshot().resources.some(({ name }) => name === 'File Share Witness')).toBe(false);
  });

  it('takes a disk from Available Storage and gives the old one back', () => {
    const test = startCluster({ nodes: 2, cluster: diskWitness, rest: disks });
    expect(test.run('cluster.setQuorum', { mode: 'nodeAndDiskMajority', witness: 'Spare' }).outcome).toBe('succeeded');
    test.to(10);
    expect(test.resource('Spare')).toMatchObject({ ownerGroup: 'Cluster Group', state: 'Online' });
    expect(test.resource('Quorum')).toMatchObject({ ownerGroup: 'Available Storage', state: 'Online' });
    expect(test.quorum).toMatchObject({ witness: 'Spare', witnessState: 'Online', votes: 3 });
  });

  it('refuses what cannot be a witness', () => {
    const test = startCluster({ nodes: 2, release: '2012R2', rest: disks.replace('use: witness', 'use: available') });
    const refused = (mode: string, witness: string) => test.run('cluster.setQuorum', { mode, witness }).error?.message;
    expect(refused('nodeAndDiskMajority', 'CSV1')).toMatch(/shared volume/);
    expect(refused('nodeAndDiskMajority', 'Small')).toMatch(/512 MB/);
    expect(refused('nodeAndCloudMajority', 'https://w.example.net')).toMatch(/no cloud witness/);
    expect(refused('nodeAndFileShareMajority', '')).toBeDefined();
  });

  it('refuses what would cost a static quorum', () => {
    const test = startCluster({ nodes: 3, release: '2008R2' }).to(60);
    test.break({ fault: 'node.crash', node: 'N3' });
    test.to(100);
    expect(test.run('node.setVote', { node: 'N2', vote: 0 }).error?.code).toBe(5925);
    expect(test.run('node.setVote', { node: 'N3', vote: 0 }).outcome).toBe('succeeded');
    expect(test.quorum).toMatchObject({ votes: 2, votesTotal: 2, votesNeeded: 2 });
  });
});

describe('Settings: Set Cluster Property', () => {
  it('changes heartbeats at once, also of a break under way', () => {
    const test = startCluster({ nodes: 3 }).to(60);
    test.break({ fault: 'node.crash', node: 'N3' });
    test.to(65).run('cluster.setProperty', { property: 'SameSubnetThreshold', value: 20 });
    expect(test.to(83.999).node('N3').state).toBe('Up');
    expect(test.to(84).node('N3').state).toBe('Down');
  });

  it('lets the patience between sites follow that between subnets before 2016, and stand by itself since', () => {
    const nodes = '{name: N1, site: A}, {name: N2, site: A}, {name: N3, site: B}';
    const lostAt = (release: string): string | undefined => {
      const test = startCluster({ release, nodes });
      test.run('cluster.setProperty', { property: 'CrossSubnetThreshold', value: 30 });
      test.to(60).break({ fault: 'node.crash', node: 'N3' });
      return test.to(200).logged(1135)[0];
    };
    expect(lostAt('2012')).toBe('94 N1');
    expect(lostAt('2019')).toBe('84 N1');
  });

  it('2012 R2 bears 10 and 20 missed beats from its first virtual machine role on, where nothing else was given', () => {
    const rest = `disks: [{name: CSV1, size: 50GB, use: csv}]
roles: [{name: VM1, type: virtualMachine, clustered: false, owner: N1, state: offline, disks: [CSV1], memory: 1GB}]`;
    const thresholds = (cluster: string) => {
      const test = startCluster({ release: '2012R2', cluster, rest });
      const before = test.cluster.snapshot().cluster;
      expect(before.sameSubnetThreshold).toBe(5);
      test.run('role.createVirtualMachine', { vm: 'VM1' });
      const { sameSubnetThreshold, crossSubnetThreshold, crossSiteThreshold } = test.cluster.snapshot().cluster;
      return [sameSubnetThreshold, crossSubnetThreshold, crossSiteThreshold];
    };
    expect(thresholds('')).toEqual([10, 20, 20]);
    expect(thresholds('settings: {sameSubnetThreshold: 5, crossSubnetThreshold: 7}')).toEqual([5, 7, 7]);
  });

  it('lets another node give up its vote, and switches dynamic quorum off', () => {
    const test = startCluster({ nodes: 4 });
    test.run('cluster.setProperty', { property: 'LowerQuorumPriorityNodeId', value: 3 });
    expect(test.node('N3').dynamicWeight).toBe(0);
    test.run('cluster.setProperty', { property: 'DynamicQuorum', value: false });
    expect(test.quorum).toMatchObject({ votesTotal: 4, votesNeeded: 3 });
  });

  it('says of what it does not simulate, and of what a release lacks', () => {
    const test = startCluster({ nodes: 2, release: '2012' });
    expect(test.run('cluster.setProperty', { property: 'ResiliencyDefaultPeriod', value: 60000 }).error?.kind).toBe(
      'unsupported',
    );
    expect(test.run('cluster.setProperty', { property: 'BlockCacheSize', value: 512 }).error?.kind).toBe('unsupported');
    expect(test.run('cluster.setProperty', { property: 'Nonsense', value: 1 }).error?.kind).toBe('badInput');
  });
});

describe('Membership: the cluster service of a node', () => {
  it('does not wait for a boot that is under way, and needs power', () => {
    const test = startCluster({ nodes: 3 }).to(60);
    test.break({ fault: 'node.crash', node: 'N3' });
    expect(test.to(100).run('node.startService', { node: 'N3' }).outcome).toBe('failed');
    test.break({ fault: 'node.powerOn', node: 'N3' });
    test.run('node.startService', { node: 'N3' });
    expect(test.to(219).node('N3').state).toBe('Down');
    expect(test.to(220).node('N3').state).toBe('Up');
  });

  it('restarts with its server in good order, even on the last node', () => {
    const test = startCluster({ nodes: 1, rest: `${disks}\nroles: [${vm('VM1', 'N1')}]` }).to(60);
    test.break({ fault: 'node.restart', node: 'N1' });
    expect(test.to(100).state).toBe('Stopped');
    expect(test.to(250).where('VM1')).toBe('Online on N1');
  });
});

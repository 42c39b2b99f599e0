import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';

const storage = `disks:
  - {name: Quorum, size: 1GB, use: witness}
  - {name: CSV1, size: 500GB, use: csv, owner: N1}
  - {name: LUN1, size: 50GB, use: role}`;
const vm = (name: string, owner: string, more = ''): string =>
  `{name: ${name}, type: virtualMachine, owner: ${owner}, disks: [CSV1], memory: 4GB${more === '' ? '' : `, ${more}`}}`;
const fs = (owner: string): string =>
  `{name: FS, type: fileServer, owner: ${owner}, disks: [LUN1], address: 192.168.100.60}`;
const roles = (...list: readonly string[]): string => `${storage}\nroles: [${list.join(', ')}]`;
const diskWitness = 'quorum: {mode: nodeAndDiskMajority, witness: Quorum}';

describe('Membership: a node that loses power', () => {
  it('is given up after 10 missed beats of 1 s and a regroup of 4 s (1135), on 2022', () => {
    const test = startCluster({ nodes: 3, rest: roles(fs('N3')) }).to(300);
    test.break({ fault: 'node.crash', node: 'N3' });
    expect(test.to(313.999).node('N3').state).toBe('Up');
    expect(test.to(314).node('N3').state).toBe('Down');
    expect(test.logged(1135)).toEqual(['314 N1', '314 N2']);
    expect(test.where('FS')).toMatch(/Pending on N[12]/);
  });

  it('counts from the first beat that is missed, at whole multiples of the delay', () => {
    const test = startCluster({ nodes: 3 }).to(300.2);
    test.break({ fault: 'node.crash', node: 'N3' });
    test.to(400);
    expect(test.logged(1135)).toEqual(['315 N1', '315 N2']);
  });

  it('is given up after 5 beats on 2012, after 10 on 2012 R2 with a virtual machine', () => {
    const old = startCluster({ release: '2012', nodes: 3 }).to(60);
    old.break({ fault: 'node.crash', node: 'N3' });
    expect(old.to(100).logged(1135)[0]).toBe('69 N1');
    const patient = startCluster({ release: '2012R2', nodes: 3, rest: roles(vm('VM1', 'N1')) }).to(60);
    patient.break({ fault: 'node.crash', node: 'N3' });
    expect(patient.to(100).logged(1135)[0]).toBe('74 N1');
  });

  it('is given up later across subnets and sites', () => {
    const nodes = '{name: N1}, {name: N2}, {name: N3, site: B}, {name: N4, site: A}';
    const test = startCluster({
      nodes: nodes.replace('{name: N1}', '{name: N1, site: A}').replace('{name: N2}', '{name: N2, site: A}'),
    }).to(60);
    test.break({ fault: 'node.crash', node: 'N3' });
    expect(test.to(200).logged(1135)[0]).toBe('84 N1');
  });

  it('fails over at once before 2016: a disk of a dead owner needs the challenge of 6 s', () => {
    const test = startCluster({
      release: '2012R2',
      cluster: diskWitness,
      nodes: 2,
      rest: roles(fs('N2'), vm('VM1', 'N2')),
    }).to(60);
    test.break({ fault: 'node.crash', node: 'N2' });
    expect(test.to(74).where('VM1')).toBe('Pending on N1');
    expect(test.to(75.5).where('VM1')).toBe('Online on N1');
    expect(test.machine('VM1')).toMatchObject({ state: 'Running', heartbeat: 'NoContact' });
    expect(test.to(82.999).where('FS')).toBe('Pending on N1');
    expect(test.to(83).where('FS')).toBe('Online on N1');
    expect(test.events(1673)).toHaveLength(0);
  });

  it('is isolated for 240 s from 2016 when it hosts machines; other roles fail over at once', () => {
    const test = startCluster({ cluster: diskWitness, rest: roles(fs('N2'), vm('VM1', 'N2')) }).to(60);
    test.break({ fault: 'node.crash', node: 'N2' });
    expect(test.to(74).node('N2')).toMatchObject({ state: 'Down', statusInformation: 'Isolated', statusUntil: 314000 });
    expect(test.role('VM1')).toMatchObject({ state: 'Online', ownerNode: 'N2', statusInformation: 'Unmonitored' });
    expect(test.machine('VM1').state).toBe('PausedCritical');
    expect(test.to(100).where('FS')).toBe('Online on N1');
    expect(test.to(313.999).where('VM1')).toBe('Online on N2');
    expect(test.to(315.5).where('VM1')).toBe('Online on N1');
    expect(test.logged(1673)).toEqual(['74 N1']);
    expect(test.logged(1681)).toEqual(['74 N1']);
  });

  it('starts its machines again where they are when it is back in time (1680)', () => {
    const test = startCluster({ cluster: diskWitness, rest: roles(vm('VM1', 'N2')) }).to(60);
    test.break({ fault: 'node.crash', node: 'N2' });
    test.to(80).break({ fault: 'node.powerOn', node: 'N2' });
    expect(test.to(200).logged(1680)).toEqual(['200 N1', '200 N2']);
    expect(test.to(202).where('VM1')).toBe('Online on N2');
    expect(test.machine('VM1').heartbeat).toBe('NoContact');
    expect(test.node('N2')).toMatchObject({ state: 'Up', statusInformation: 'Normal', statusUntil: null });
  });

  it('that owns the witness disk: the survivor goes on at the end of the regroup and takes the disk over after a challenge of 6 s', () => {
    const test = startCluster({ cluster: diskWitness, rest: roles(vm('VM1', 'N2')) }).to(60);
    test.break({ fault: 'node.crash', node: 'N1' });
    expect(test.to(80).logged(1135)).toEqual(['74 N2']);
    expect(test.to(81.999).resource('Quorum').state).toBe('OnlinePending');
    expect(test.to(82).where('Cluster Group')).toBe('Online on N2');
    expect(test.where('VM1')).toBe('Online on N2');
    expect(test.quorum).toMatchObject({ state: 'Normal', votes: 1, votesTotal: 1 });
  });

  it('boots in 120 s and joins', () => {
    const test = startCluster({ nodes: 3 }).to(60);
    test.break({ fault: 'node.crash', node: 'N3' });
    test.to(100).break({ fault: 'node.powerOn', node: 'N3' });
    expect(test.to(219.999).node('N3').state).toBe('Down');
    expect(test.to(220).node('N3').state).toBe('Up');
    expect(test.logged(1062)).toEqual(['220 N3']);
  });
});

describe('Membership: a cluster service that crashes', () => {
  it('is noticed at once, regroups for 4 s, and starts again after 60 s; machines go on where they are', () => {
    const test = startCluster({ cluster: diskWitness, rest: roles(vm('VM1', 'N2')) }).to(60);
    test.break({ fault: 'clusterService.crash', node: 'N2' });
    expect(test.to(64).logged(1135)).toEqual(['64 N1']);
    expect(test.node('N2').statusInformation).toBe('Isolated');
    expect(test.machine('VM1').state).toBe('PausedCritical');
    expect(test.to(120).node('N2').state).toBe('Up');
    expect(test.machine('VM1')).toMatchObject({
      state: 'Running',
      computerName: 'N2',
      heartbeat: 'OkApplicationsHealthy',
    });
    expect(test.where('VM1')).toBe('Online on N2');
  });

  it('three times within an hour is quarantined for two hours, unless it is cleared', () => {
    const test = startCluster({ nodes: 4, rest: roles(vm('VM1', 'N1')) });
    for (const at of [100, 300, 500]) test.to(at).break({ fault: 'clusterService.crash', node: 'N4' });
    expect(test.to(504).node('N4')).toMatchObject({ statusInformation: 'Quarantined', statusUntil: 504000 + 7200000 });
    expect(test.logged(1672)).toEqual(['504 N1', '504 N2', '504 N3']);
    expect(test.logged(1676)).toEqual(['504 N4']);
    expect(test.to(600).node('N4').state).toBe('Down');
    expect(test.events(1675)).toHaveLength(1);
    test.run('node.startService', { node: 'N4', clearQuarantine: true });
    expect(test.node('N4')).toMatchObject({ state: 'Up', statusInformation: 'Normal' });
  });

  it.each([
    [3, 1],
    [4, 1],
    [7, 1],
    [8, 2],
    [12, 3],
  ])('of %i nodes %i may be quarantined at once: a quarter, rounded down, at least one', (nodes, most) => {
    const test = startCluster({ nodes });
    const victims = ['N3', 'N2', 'N1', 'N4'].slice(0, most + 1);
    for (const [place, node] of victims.entries())
      for (const leave of [1, 2, 3]) test.to(place * 600 + leave * 100).break({ fault: 'clusterService.crash', node });
    const { nodes: all } = test.to(victims.length * 600).cluster.snapshot();
    const names = all.flatMap(({ name, statusInformation }) => (statusInformation === 'Quarantined' ? [name] : []));
    expect(names.sort()).toEqual(victims.slice(0, most).sort());
  });

  it('counts leaves within 3600 s: one that lies further back does not count any more', () => {
    const leaves = (...seconds: readonly number[]) => {
      const test = startCluster({ nodes: 3 });
      for (const at of seconds) test.to(at).break({ fault: 'clusterService.crash', node: 'N3' });
      return test.to((seconds.at(-1) ?? 0) + 4).node('N3').statusInformation;
    };
    expect(leaves(100, 2000, 3699)).toBe('Quarantined');
    expect(leaves(100, 2000, 3701)).toBe('Normal');
    expect(leaves(100, 2000, 3701, 3900)).toBe('Quarantined');
  });

  it('joins by itself at its next try when its quarantine is over', () => {
    const test = startCluster({ nodes: 4 });
    for (const at of [100, 300, 500]) test.to(at).break({ fault: 'clusterService.crash', node: 'N4' });
    expect(test.to(504 + 7199).node('N4').state).toBe('Down');
    expect(test.to(504 + 7200 + 1).node('N4').state).toBe('Up');
  });
});

describe('Membership: several networks', () => {
  it('one lost is no failover: the interface fails (1127) and traffic goes on', () => {
    const test = startCluster({ nodes: 3, rest: roles(vm('VM1', 'N3')) }).to(60);
    test.break({ fault: 'nic.fail', node: 'N3', network: 'Public' });
    const snapshot = test.to(120).cluster.snapshot();
    expect(snapshot.networkInterfaces.find(({ name }) => name === 'N3 - Public')?.state).toBe('Failed');
    expect(snapshot.networks.find(({ name }) => name === 'Public')?.state).toBe('Partitioned');
    expect(test.logged(1127)).toEqual(['70 N3']);
    expect(test.events(1135)).toHaveLength(0);
    test.break({ fault: 'nic.repair', node: 'N3', network: 'Public' });
    expect(test.logged(1128)).toEqual(['120 N1']);
    expect(test.cluster.nextEventAt()).toBeNull();
  });

  it('nobody knows of a lost node before its beats are missed, also where an adapter of another one was broken already', () => {
    const test = startCluster({ nodes: 3 }).to(100);
    test.break({ fault: 'nic.fail', node: 'N1', network: 'Public' });
    test.to(300).break({ fault: 'node.crash', node: 'N3' });
    expect(test.to(309).logged(1127)).toEqual(['110 N1']);
    expect(test.cluster.snapshot().networks.find(({ name }) => name === 'Public')?.state).toBe('Partitioned');
    expect(test.to(314).logged(1135)).toEqual(['314 N1', '314 N2']);
  });

  it('nor of a second broken adapter, nor of the death of one that was unreachable', () => {
    const test = startCluster({ nodes: 3 }).to(100);
    test.break({ fault: 'nic.fail', node: 'N1', network: 'Public' });
    test.to(300).break({ fault: 'nic.fail', node: 'N2', network: 'Public' });
    expect(test.to(400).logged(1127)).toEqual(['110 N1', '310 N2']);
    const apart = startCluster({ nodes: 3 }).to(100);
    apart.break({
      fault: 'network.partition',
      groups: [
        ['N1', 'N3'],
        ['N2', 'N3'],
      ],
      network: 'Public',
    });
    apart.to(300).break({ fault: 'node.crash', node: 'N1' });
    expect(apart.to(309).logged(1128)).toEqual([]);
  });

  it('down for all is Down (1130), split is Partitioned (1129) with unreachable interfaces (1125)', () => {
    const test = startCluster({ nodes: 3 }).to(60);
    test.break({ fault: 'network.fail', network: 'Private' });
    expect(test.to(75).logged(1130)).toEqual(['70 N1']);
    const split = startCluster({ nodes: 3 }).to(60);
    split.break({ fault: 'network.partition', groups: [['N1', 'N2'], ['N3']], network: 'Private' });
    expect(split.to(75).logged(1129)).toEqual(['70 N1']);
    expect(split.logged(1125)).toEqual(['70 N1', '70 N2', '70 N3']);
  });

  it('a break shorter than the threshold is told (1592) and changes nothing', () => {
    const test = startCluster({ nodes: 3 }).to(60);
    test.break({ fault: 'network.partition', groups: [['N1', 'N2'], ['N3']] });
    test.to(68.5).break({ fault: 'network.heal' });
    expect(
      test
        .to(200)
        .events()
        .map(({ id }) => id),
    ).toEqual([1592, 1592]);
    expect(test.cluster.nextEventAt()).toBeNull();
  });
});

describe('Membership: a split', () => {
  it('leaves the majority running; the others stop (1177), try again after 60 s and join when it is healed', () => {
    const test = startCluster({ nodes: 5, rest: roles(vm('VM1', 'N5'), fs('N4')) }).to(60);
    test.break({
      fault: 'network.partition',
      groups: [
        ['N1', 'N2', 'N3'],
        ['N4', 'N5'],
      ],
    });
    test.to(74);
    expect(test.logged(1177)).toEqual(['74 N4', '74 N5']);
    expect(test.events(1135)).toHaveLength(6);
    expect(test.node('N5').statusInformation).toBe('Isolated');
    expect(test.node('N4').statusInformation).toBe('Normal');
    test.to(200).break({ fault: 'network.heal' });
    expect(test.to(204).node('N5').state).toBe('Up');
    expect(test.where('VM1')).toBe('Online on N5');
    expect(test.machine('VM1').state).toBe('Running');
  });

  it('in the middle goes to the side of the witness disk, where its owner defends it', () => {
    const test = startCluster({ nodes: 4, cluster: diskWitness, rest: storage }).to(60);
    test.break({
      fault: 'network.partition',
      groups: [
        ['N1', 'N3'],
        ['N2', 'N4'],
      ],
    });
    expect(test.to(74).logged(1177)).toEqual(['74 N2', '74 N4']);
    expect(test.state).toBe('Running');
    expect(test.quorum).toMatchObject({ votes: 3, votesTotal: 3, votesNeeded: 2 });
  });

  it('into three without a majority stops the cluster; it forms again when enough nodes reach each other', () => {
    const test = startCluster({
      nodes: 3,
      cluster: 'quorum: {mode: nodeMajority, dynamic: false}',
      rest: roles(fs('N2')),
    }).to(60);
    test.break({ fault: 'network.partition', groups: [['N1'], ['N2'], ['N3']] });
    expect(test.to(74).state).toBe('Stopped');
    expect(test.where('FS')).toBe('Offline on N2');
    expect(test.logged(1177)).toHaveLength(3);
    test.to(136).break({ fault: 'network.partition', groups: [['N1'], ['N2', 'N3']] });
    expect(test.to(139).state).toBe('Running');
    expect(test.logged(1061)).toEqual(['139 N2']);
    expect(test.to(160).where('FS')).toBe('Online on N2');
  });

  it('takes whatever else becomes unreachable before the regroup ends into the same regroup', () => {
    const test = startCluster({ nodes: 5 }).to(60);
    test.break({ fault: 'node.crash', node: 'N5' });
    test.to(63).break({ fault: 'node.crash', node: 'N4' });
    expect(test.to(74).logged(1135)).toEqual(['74 N1', '74 N2', '74 N3', '74 N1', '74 N2', '74 N3']);
  });
});

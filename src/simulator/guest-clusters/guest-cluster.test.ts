import { describe, expect, it } from 'vitest';
import { startCluster, type TestCluster } from '../testing/test-cluster';

const machine = (name: string, owner: string, more = ''): string =>
  `  - {name: ${name}, type: virtualMachine, owner: ${owner}, disks: [CSV1], memory: 2GB, bootTime: 20s${more}}\n`;

/** Hosts N1, N2, N3 with guests VM1 on N1 and VM2 on N2, which are the nodes of APPCL; App is on VM1. */
function guestCluster(
  more: { guests?: string; cluster?: string; release?: string; machines?: string } = {},
): TestCluster {
  const machines = more.machines ?? machine('VM1', 'N1') + machine('VM2', 'N2');
  const guests =
    more.guests ??
    '{name: APPCL, nodes: [VM1, VM2], disk: GuestLUN, roles: [{name: App, type: genericService, owner: VM1}]}';
  return startCluster({
    nodes: 3,
    release: more.release ?? '2022',
    cluster: more.cluster ?? '',
    rest: `disks: [{name: CSV1, size: 500GB, use: csv, owner: N1}, {name: GuestLUN, size: 50GB, use: role}]\nroles:\n${machines}guestClusters:\n  - ${guests}`,
  });
}

/** Three guests on three hosts, without a disk. */
function threeGuests(release = '2022'): TestCluster {
  return guestCluster({
    release,
    machines: machine('VM1', 'N1') + machine('VM2', 'N2') + machine('VM3', 'N3'),
    guests: '{name: APPCL, nodes: [VM1, VM2, VM3], roles: [{name: App, type: genericService, owner: VM1}]}',
  });
}

describe('Virtual machines: a guest cluster', () => {
  it('starts settled: its roles are online where the file says, its disk is theirs', () => {
    const test = guestCluster();
    expect(test.role('App')).toMatchObject({ ownerNode: 'VM1', state: 'Online', guestCluster: 'APPCL' });
    expect(test.resource('GuestLUN')).toMatchObject({ ownerGroup: 'App', ownerNode: 'VM1', state: 'Online' });
    expect(test.cluster.snapshot().disks.find(({ name }) => name === 'GuestLUN')).toMatchObject({
      use: 'Role',
      ownerGroup: 'App',
      ownerNode: 'VM1',
      state: 'Online',
    });
    expect(test.machine('VM1').guestCluster).toBe('APPCL');
    expect(test.cluster.snapshot().roles.filter(({ name }) => name === 'Cluster Group')).toHaveLength(1);
    expect(test.events()).toEqual([]);
    expect(test.cluster.nextEventAt()).toBeNull();
  });

  it('notices a crashed guest by its heartbeats: 10 beats, a regroup of 4 s, the challenge of the disk of 6 s', () => {
    const test = guestCluster().to(70);
    test.break({ fault: 'vm.crash', vm: 'VM1' });
    expect(test.to(83.999).where('App')).toBe('Online on VM1');
    expect(test.to(84).logged(1135)).toEqual(['84 VM2']);
    expect(test.where('App')).toBe('Pending on VM2');
    // The disk takes 2 s after the challenge, the service 1 s.
    expect(test.to(92.999).where('App')).toBe('Pending on VM2');
    expect(test.to(93).where('App')).toBe('Online on VM2');
  });

  it('nobody knows at once that the host of a guest lost power: its interface is not seen to fail', () => {
    const test = guestCluster().to(100);
    test.break({ fault: 'node.crash', node: 'N1' });
    expect(test.to(113).events(1127, 1130)).toEqual([]);
    expect(test.to(120).events(1127, 1130)).toEqual([]);
  });

  it('notices a guest that hangs in the same way, and takes it back when its host has restarted it', () => {
    const test = guestCluster().to(70);
    test.break({ fault: 'vm.hang', vm: 'VM1' });
    expect(test.to(93).where('App')).toBe('Online on VM2');
    // isAlive of the host at 120 s, restart after 0.5 s and 1 s, boot of 20 s; its service joins at once.
    expect(test.to(200).logged(1062)).toEqual(['141.5 VM1']);
    expect(test.where('App')).toBe('Online on VM2');
    expect(test.where('VM1')).toBe('Online on N1');
  });

  it('misses 5 beats in 2012', () => {
    const test = guestCluster({ release: '2012' }).to(70);
    test.break({ fault: 'vm.hang', vm: 'VM1' });
    // 2012 gives 5 beats: 75 s, and the regroup of 4 s.
    expect(test.to(80).logged(1135)).toEqual(['79 VM2']);
  });

  it('fails over after the crash of a host long before the machine itself runs elsewhere', () => {
    const test = guestCluster().to(60);
    test.break({ fault: 'node.crash', node: 'N1' });
    // 60 s + 10 beats + regroup 4 s + challenge 6 s + disk 2 s + service 1 s.
    expect(test.to(83).where('App')).toBe('Online on VM2');
    expect(test.role('VM1').statusInformation).toBe('Unmonitored');
    // Isolated for 240 s after the hosts' regroup, then 1.5 s and a boot of 20 s.
    expect(test.to(400).where('VM1')).toMatch(/^Online on N[23]$/);
    expect(test.logged(1062)).toEqual(['335.5 VM1']);
    expect(test.where('App')).toBe('Online on VM2');
  });

  it('does not notice a live migration with a short interruption', () => {
    const test = guestCluster().to(60);
    const { id } = test.run('role.liveMigrate', { role: 'VM1', destination: 'N3' });
    test.to(300);
    expect(test.operation(id)).toMatchObject({ outcome: 'succeeded' });
    expect(test.where('VM1')).toBe('Online on N3');
    expect(test.where('App')).toBe('Online on VM1');
    expect(test.events(1135, 1153, 1177, 1592)).toEqual([]);
  });

  it('notices an interruption longer than its threshold: the guest comes back, stops its service and joins after 60 s', () => {
    const test = guestCluster({
      machines: machine('VM1', 'N1', ', dirtyRate: 200MB/s, workingSet: 2GB') + machine('VM2', 'N2'),
    }).to(60);
    const { id } = test.run('role.liveMigrate', { role: 'VM1', destination: 'N3' });
    test.to(400);
    const downtime = test.operation(id).migration?.downtime ?? 0;
    expect(downtime).toBeGreaterThan(14_000);
    expect(test.where('App')).toBe('Online on VM2');
    const [back] = test.events(1177);
    expect(back?.node).toBe('VM1');
    expect(back?.time).toBe(test.operation(id).endedAt);
    expect(test.logged(1062)).toEqual([`${((back?.time ?? 0) + 60_000) / 1000} VM1`]);
    expect(test.where('VM1')).toBe('Online on N3');
  });

  it('hands its roles over in order when a guest is shut down, without a challenge, and loses no vote', () => {
    const test = guestCluster().to(60);
    test.run('vm.shutDown', { vm: 'VM1' });
    expect(test.where('App')).toBe('Pending on VM2');
    expect(test.to(63).where('App')).toBe('Online on VM2');
    expect(test.logged(1063)).toEqual(['60 VM1']);
    expect(test.events(1135)).toEqual([]);
  });

  it('misses a guest that is saved or turned off', () => {
    for (const command of ['vm.save', 'vm.turnOff']) {
      const test = guestCluster().to(60);
      test.run(command, { vm: 'VM1' });
      expect(test.to(83).where('App')).toBe('Online on VM2');
    }
  });

  it('notices nothing when all guests stand still together', () => {
    const test = guestCluster({ machines: machine('VM1', 'N1') + machine('VM2', 'N1') }).to(60);
    test.run('vm.save', { vm: 'VM1' });
    test.run('vm.save', { vm: 'VM2' });
    test.to(200).run('vm.start', { vm: 'VM1' });
    test.run('vm.start', { vm: 'VM2' });
    test.to(400);
    expect(test.events(1135, 1177)).toEqual([]);
    expect(test.where('App')).toBe('Online on VM1');
  });

  it('loses its quorum and stops when most guests are gone, and forms again when enough are back', () => {
    const test = threeGuests('2008R2').to(60);
    test.break({ fault: 'vm.crash', vm: 'VM2' });
    test.break({ fault: 'vm.crash', vm: 'VM3' });
    // Static quorum: 1 of 3. 5 beats and the regroup.
    expect(test.to(69).logged(1177)).toEqual(['69 VM1']);
    expect(test.where('App')).toBe('Offline on VM1');
    expect(test.where('VM1')).toBe('Online on N1');
    expect(test.state).toBe('Running');
    // isAlive of the hosts at 60 s, restart after 0.5 s and 1 s, boot of 20 s: two of three form the cluster, VM1 joins at 129 s.
    expect(test.to(300).where('App')).toMatch(/^Online on VM/);
    expect(test.logged(1061)).toEqual(['81.5 VM2']);
  });

  it('goes on with one of two guests by the vote of its witness, whichever is lost', () => {
    for (const lost of ['VM1', 'VM2']) {
      const test = guestCluster({ release: '2008R2' }).to(60);
      test.break({ fault: 'vm.crash', vm: lost });
      expect(test.to(90).where('App')).toBe(`Online on ${lost === 'VM1' ? 'VM2' : 'VM1'}`);
    }
  });

  it('falls apart with the network of its hosts; the guest that has the disk keeps it', () => {
    const test = guestCluster().to(60);
    test.break({ fault: 'nic.fail', node: 'N2', network: 'Public' });
    test.to(100);
    expect(test.where('App')).toBe('Online on VM1');
    expect(test.logged(1177)).toEqual(['74 VM2']);
    test.break({ fault: 'nic.repair', node: 'N2', network: 'Public' });
    expect(test.to(200).logged(1062)).toEqual(['134 VM2']);
  });

  it('does not need the network of a host for guests that are on the same one', () => {
    const test = guestCluster({ machines: machine('VM1', 'N1') + machine('VM2', 'N1') }).to(60);
    test.break({ fault: 'nic.fail', node: 'N1', network: 'Public' });
    test.to(200);
    expect(test.events(1135, 1177)).toEqual([]);
  });

  it('restarts a failed resource on the same guest first, then fails over', () => {
    const test = guestCluster().to(60);
    test.break({ fault: 'resource.fail', resource: 'App' });
    expect(test.to(62).where('App')).toBe('Online on VM1');
    test.break({ fault: 'resource.fail', resource: 'App' });
    expect(test.to(70).where('App')).toBe('Online on VM2');
    expect(test.events(1069).map(({ node }) => node)).toEqual(['VM1', 'VM1']);
  });

  it('loses its disk when that fails', () => {
    const test = guestCluster().to(60);
    test.break({ fault: 'disk.fail', disk: 'GuestLUN' });
    expect(test.to(61).role('App').state).not.toBe('Online');
    test.break({ fault: 'disk.repair', disk: 'GuestLUN' });
    expect(test.to(4000).role('App').state).toBe('Online');
  });
});

describe('Virtual machines: commands about a guest cluster', () => {
  it('moves its roles between guests, bringing them offline and online', () => {
    const test = guestCluster().to(60);
    expect(test.cluster.destinations('App', 'move').map(({ node, excluded }) => [node, excluded])).toEqual([
      ['VM1', 'App is already on VM1.'],
      ['VM2', null],
    ]);
    const { id } = test.run('role.move', { role: 'App', destination: 'VM2' });
    // Service 1 s and disk 1 s offline, 2 s and 1 s online.
    expect(test.to(65).operation(id)).toMatchObject({ outcome: 'succeeded', endedAt: 65_000 });
    expect(test.where('App')).toBe('Online on VM2');
    test.run('resource.takeOffline', { resource: 'App' });
    expect(test.to(70).role('App').state).toBe('PartialOnline');
    test.run('role.bringOnline', { role: 'App' });
    expect(test.to(80).where('App')).toBe('Online on VM2');
  });

  it('refuses what makes no sense for its roles, or has to be done inside of the guests', () => {
    const test = guestCluster().to(60);
    for (const [command, input] of [
      ['role.liveMigrate', { role: 'App' }],
      ['role.remove', { role: 'App' }],
      ['resource.remove', { resource: 'App' }],
    ] as const)
      expect(test.run(command, input)).toMatchObject({
        outcome: 'failed',
        error: {
          kind: 'unsupported',
          message: 'App belongs to the guest cluster APPCL: this cannot be done from here.',
        },
      });
    expect(test.run('role.move', { role: 'App', destination: 'N2' })).toMatchObject({ error: { code: 5042 } });
    expect(test.run('disk.add', { disk: 'GuestLUN' })).toMatchObject({ outcome: 'failed' });
    expect(test.run('role.create', { type: 'genericService', name: 'App', service: 'x' })).toMatchObject({
      error: { code: 5010 },
    });
  });
});

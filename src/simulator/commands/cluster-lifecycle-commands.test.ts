import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';

const disks = 'disks: [{name: L, size: 10GB, use: available}]';
const unformed = 'formed: false, domain: sws.com';

describe('Validation: Create Cluster', () => {
  it('makes a cluster of servers, with every disk that fits in Available Storage', () => {
    const test = startCluster({ nodes: 3, cluster: unformed, rest: disks }).to(10);
    expect(test.state).toBe('NotFormed');
    const created = test.run('cluster.create', { name: 'NEW', nodes: ['N1', 'N2'], addresses: ['192.168.100.50'] });
    expect(created).toMatchObject({ outcome: 'succeeded' });
    expect(test.to(20).cluster.snapshot().cluster).toMatchObject({
      name: 'NEW',
      state: 'Running',
      address: '192.168.100.50',
    });
    expect(test.where('Cluster Group')).toBe('Online on N1');
    expect(test.resource('L')).toMatchObject({ ownerGroup: 'Available Storage', state: 'Online' });
    expect(test.logged(1061)).toEqual(['10 N1']);
    expect(test.cluster.snapshot().nodes.map(({ name, state }) => `${name} ${state}`)).toEqual(['N1 Up', 'N2 Up']);
    expect(test.quorum).toMatchObject({ votes: 1, votesTotal: 1 });
    expect(test.run('cluster.create', { name: 'NEW', nodes: ['N3'] }).outcome).toBe('failed');
  });

  it('is blocked by a test that failed, storage aside when it is left out', () => {
    const rest = 'disks: [{name: L, size: 10GB, use: available, persistentReservations: false}]';
    const test = startCluster({ nodes: 2, cluster: unformed, rest });
    const blocked = test.run('cluster.create', { name: 'NEW', nodes: ['N1', 'N2'] });
    expect(blocked.error?.message).toMatch(/Persistent Reservation failed\. Disk L/);
    expect(test.state).toBe('NotFormed');
    expect(test.run('cluster.create', { name: 'NEW', nodes: ['N1', 'N2'], storage: 'none' }).outcome).toBe('succeeded');
    expect(test.to(10).cluster.snapshot().disks[0]?.use).toBe('NotClustered');
  });

  it('goes on although tests failed when validation is overridden, and keeps the report; a disk that does not fit stays out', () => {
    const rest = 'disks: [{name: L, size: 10GB, use: available, persistentReservations: false}]';
    const test = startCluster({ nodes: '{name: N1, cpu: {vendor: AMD}}, {name: N2}', cluster: unformed, rest });
    const create = { name: 'NEW', nodes: ['N1', 'N2'] };
    expect(test.run('cluster.create', create).outcome).toBe('failed');
    expect(test.run('cluster.create', { ...create, overrideValidation: true }).outcome).toBe('succeeded');
    const failed = test.cluster.validationReport()?.tests.filter(({ result }) => result === 'Failed');
    expect(failed?.map(({ name }) => name)).toEqual([
      'Validate SCSI-3 Persistent Reservation',
      'Validate Disk Failover',
      'Validate Matching Processor Manufacturers',
    ]);
    expect(test.to(10).cluster.snapshot().disks[0]?.use).toBe('NotClustered');
    expect(test.run('disk.add', { disk: 'L' }).outcome).toBe('failed');
  });

  it('refuses servers that are off, unknown, named twice or too many', () => {
    const test = startCluster({ nodes: '{name: N1}, {name: N2, state: off}', cluster: unformed });
    const refused = (nodes: readonly string[]) =>
      test.run('cluster.create', { name: 'NEW', nodes: [...nodes] }).error?.message;
    expect(refused(['N1', 'N2'])).toMatch(/N2 has no power/);
    expect(refused(['N1', 'N9'])).toMatch(/no server N9/);
    expect(refused(['N1', 'n1'])).toMatch(/twice/);
  });
});

describe('Membership: Add Node and Evict', () => {
  it('a node joins with its vote and leaves for good (1011)', () => {
    const test = startCluster({ nodes: 3, cluster: unformed }).to(10);
    test.run('cluster.create', { name: 'NEW', nodes: ['N1', 'N2'] });
    expect(test.run('node.add', { node: 'N3' }).outcome).toBe('succeeded');
    expect(test.node('N3')).toMatchObject({ state: 'Up', dynamicWeight: 1 });
    expect(test.quorum).toMatchObject({ votes: 3, votesTotal: 3 });
    expect(test.run('node.add', { node: 'N3' }).error?.code).toBe(5065);
    test.to(60).run('node.evict', { node: 'N3' });
    const names = () => test.cluster.snapshot().nodes.map(({ name }) => name);
    expect(test.cluster.takeChanges()?.removals.nodes).toHaveLength(1);
    test.to(120);
    expect(names()).toEqual(['N1', 'N2']);
    expect(test.events(1011)).toHaveLength(2);
    expect(test.quorum).toMatchObject({ votesTotal: 1 });
    expect(test.run('node.startService', { node: 'N3' }).error?.code).toBe(5042);
    expect(test.to(200).run('node.add', { node: 'N3' }).outcome).toBe('succeeded');
    expect(names()).toEqual(['N1', 'N2', 'N3']);
  });

  it('takes the roles of an evicted node elsewhere and its name out of all lists', () => {
    const test = startCluster({
      nodes: 3,
      rest: 'roles: [{name: App, type: genericService, owner: N3, preferredOwners: [N3, N1], possibleOwners: [N3, N1]}]',
    }).to(10);
    const evicted = test.run('node.evict', { node: 'N3' });
    expect(test.to(60).operation(evicted.id).outcome).toBe('succeeded');
    expect(test.where('App')).toBe('Online on N1');
    expect(test.role('App').preferredOwners).toEqual(['N1']);
    expect(test.resource('App').possibleOwners).toEqual(['N1']);
  });

  it('frees roles that only the evicted node could own: the list is empty then, which is every node ([MS-CMRP])', () => {
    const roles =
      'roles: [{name: App, type: genericService, owner: N3, possibleOwners: [N3]}, {name: Off, type: genericService, owner: N3, possibleOwners: [N3], state: offline}]';
    const dead = startCluster({ nodes: 3, rest: roles }).to(10);
    dead.break({ fault: 'node.crash', node: 'N3' });
    expect(dead.to(100).where('App')).toBe('Offline on N3');
    dead.run('node.evict', { node: 'N3' });
    expect(dead.to(110).role('App').state).toBe('Online');
    expect(dead.resource('App').possibleOwners).toEqual([]);
    expect(dead.role('Off').state).toBe('Offline');
    expect([dead.role('App').ownerNode, dead.role('Off').ownerNode]).not.toContain('N3');

    const alive = startCluster({ nodes: 3, rest: roles }).to(10);
    const { id } = alive.run('node.evict', { node: 'N3' });
    expect(alive.to(60).operation(id).outcome).toBe('succeeded');
    expect(alive.role('App').state).toBe('Online');
    expect(alive.role('App').ownerNode).not.toBe('N3');
  });

  it('a role that waits comes online when a node that is up becomes a possible owner', () => {
    const test = startCluster({
      nodes: 3,
      rest: 'roles: [{name: App, type: genericService, owner: N3, possibleOwners: [N3]}]',
    }).to(10);
    test.break({ fault: 'node.crash', node: 'N3' });
    test.to(100).run('resource.setPossibleOwners', { resource: 'App', nodes: ['N2', 'N3'] });
    expect(test.to(110).where('App')).toBe('Online on N2');
  });

  it('a dead node can be evicted: in a static quorum its vote counts no more', () => {
    const test = startCluster({ nodes: 3, release: '2008R2' }).to(10);
    test.break({ fault: 'node.crash', node: 'N3' });
    expect(test.to(60).quorum).toMatchObject({ votes: 2, votesTotal: 3 });
    expect(test.run('node.evict', { node: 'N3' }).outcome).toBe('succeeded');
    expect(test.quorum).toMatchObject({ votes: 2, votesTotal: 2, votesNeeded: 2 });
    expect(test.run('node.evict', { node: 'N2' }).outcome).toBe('succeeded');
    expect(test.to(120).quorum).toMatchObject({ votes: 1, votesTotal: 1 });
    expect(test.run('node.evict', { node: 'N1' }).error?.code).toBe(5009);
  });

  it('is refused where too few votes would stay', () => {
    const test = startCluster({ nodes: 5, release: '2008R2' }).to(10);
    for (const node of ['N4', 'N5']) test.break({ fault: 'node.crash', node });
    expect(test.to(60).run('node.evict', { node: 'N3' }).error?.code).toBe(5925);
  });
});

describe('Membership: Destroy Cluster', () => {
  it('leaves servers, machines and disks; another cluster can be made of them', () => {
    const test = startCluster({
      nodes: 2,
      rest: `disks: [{name: CSV1, size: 10GB, use: csv}, {name: Data, size: 10GB, use: role}]\nroles:\n  - {name: VM1, type: virtualMachine, owner: N2, disks: [CSV1], memory: 4GB}\n  - {name: FS, type: fileServer, owner: N1, disks: [Data]}`,
    }).to(10);
    test.cluster.takeChanges();
    expect(test.run('cluster.destroy').outcome).toBe('succeeded');
    const snapshot = test.cluster.snapshot();
    expect(snapshot.cluster.state).toBe('NotFormed');
    expect(snapshot.roles).toEqual([]);
    expect(snapshot.sharedVolumes).toEqual([]);
    expect(snapshot.disks.map(({ use }) => use)).toEqual(['NotClustered', 'NotClustered']);
    expect(test.machine('VM1')).toMatchObject({ state: 'Running', isClustered: false, computerName: 'N2' });
    expect(test.cluster.takeChanges()?.removals.roles?.length).toBe(4);
    expect(test.run('cluster.create', { name: 'AGAIN', nodes: ['N1', 'N2'] }).outcome).toBe('succeeded');
    expect(
      test
        .to(20)
        .cluster.snapshot()
        .disks.map(({ use }) => use),
    ).toEqual(['AvailableStorage', 'AvailableStorage']);
  });
});

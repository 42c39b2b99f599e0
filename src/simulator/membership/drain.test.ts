import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';

const disks = 'disks: [{name: CSV1, size: 500GB, use: csv, owner: N1}, {name: LUN1, size: 50GB, use: role}]';
const vm = (name: string, more = ''): string =>
  `{name: ${name}, type: virtualMachine, owner: N1, disks: [CSV1], memory: 4GB, dirtyRate: 0MB/s${more === '' ? '' : `, ${more}`}}`;
const all = `${disks}\nroles: [${vm('High', 'priority: high')}, ${vm('Low', 'priority: low')}, {name: FS, type: fileServer, owner: N1, disks: [LUN1]}]`;

describe('Roles and resources: pause', () => {
  it('without drain leaves what runs there, and keeps new roles away', () => {
    const test = startCluster({ rest: all });
    expect(test.run('node.pause', { node: 'N1' }).outcome).toBe('succeeded');
    expect(test.node('N1').state).toBe('Paused');
    expect(test.where('FS')).toBe('Online on N1');
  });

  it('with drain live migrates high and medium machines, quick migrates low ones, moves the rest', () => {
    const test = startCluster({ nodes: 3, rest: all });
    const { id } = test.run('node.pause', { node: 'N1', drain: true });
    expect(test.node('N1')).toMatchObject({
      state: 'Paused',
      drainStatus: 'InProgress',
      statusInformation: 'DrainInProgress',
    });
    const children = test.cluster.snapshot().operations.filter(({ parent }) => parent === id);
    expect(children.map(({ title, initiator }) => `${title.split(' to ')[0] ?? ''} ${initiator}`).sort()).toEqual([
      'Live migrate High cluster',
      'Move Cluster Group cluster',
      'Move FS cluster',
      'Quick migrate Low cluster',
    ]);
    test.to(200);
    expect(test.operation(id).outcome).toBe('succeeded');
    expect(test.node('N1')).toMatchObject({ drainStatus: 'Completed', statusInformation: 'DrainCompleted' });
    expect(test.cluster.snapshot().roles.filter(({ ownerNode }) => ownerNode === 'N1')).toEqual([]);
    expect(test.cluster.snapshot().sharedVolumes[0]?.ownerNode).not.toBe('N1');
  });

  it('and resume with failback brings everything back', () => {
    const test = startCluster({ rest: all });
    test.run('node.pause', { node: 'N1', drain: true });
    test.to(200).run('node.resume', { node: 'N1', failback: 'immediate' });
    test.to(400);
    for (const name of ['High', 'Low', 'FS']) expect(test.where(name)).toBe('Online on N1');
    expect(test.node('N1')).toMatchObject({ state: 'Up', drainStatus: 'NotInitiated', statusInformation: 'Normal' });
  });

  it('fails for what no other node can take (1137, 1677)', () => {
    const nodes = '{name: N1}, {name: N2, memory: 6GB}';
    const test = startCluster({ nodes, rest: `${disks}\nroles: [${vm('A')}, ${vm('B')}]` });
    const { id } = test.run('node.pause', { node: 'N1', drain: true });
    test.to(200);
    expect(test.operation(id).outcome).toBe('failed');
    expect(test.node('N1')).toMatchObject({ drainStatus: 'Failed', statusInformation: 'DrainFailed' });
    expect(test.where('A')).toBe('Online on N2');
    expect(test.where('B')).toBe('Online on N1');
    expect(test.events(1137)).toHaveLength(1);
    expect(test.events(1677)).toHaveLength(1);
  });

  it.each(['node.pause', 'node.stopService'] as const)(
    'ends %s where a role fails again and again, with no command that waits for it, and cannot go anywhere (1137, 1677)',
    (command) => {
      const app = 'App, type: messageQueuing, owner: N1, possibleOwners: [N1], restart: {threshold: 2, delay: 5m}';
      const slow = 'resources: [{name: Slow, type: Generic Service, onlineTime: 400s, dependsOn: App}]';
      const test = startCluster({ nodes: 3, release: '2012', rest: `roles: [{name: ${app}, ${slow}}]` });
      test.run('role.takeOffline', { role: 'App' });
      test.to(10).run('role.bringOnline', { role: 'App' });
      const { id } = test.to(2000).run(command, { node: 'N1', ...(command === 'node.pause' ? { drain: true } : {}) });
      expect(test.operation(id).outcome).toBe('running');
      test.to(3000);
      expect(test.operation(id).outcome).toBe(command === 'node.pause' ? 'failed' : 'succeeded');
      expect(test.events(1137)).toHaveLength(1);
      expect(test.events(1677)).toHaveLength(1);
      if (command === 'node.pause') expect(test.node('N1').drainStatus).toBe('Failed');
      else expect(test.node('N1').state).toBe('Down');
    },
  );

  it('is unknown to 2008 R2', () => {
    const test = startCluster({
      release: '2008R2',
      rest: all.replace(', priority: high', '').replace(', priority: low', ''),
    });
    expect(test.run('node.pause', { node: 'N1', drain: true }).error?.kind).toBe('unsupported');
  });

  it('outlives a restart of the node, with what was drained from where', () => {
    const test = startCluster({ nodes: 3, rest: all });
    test.run('node.pause', { node: 'N1', drain: true });
    test.to(200).break({ fault: 'node.restart', node: 'N1' });
    expect(test.to(210).node('N1').state).toBe('Down');
    expect(test.to(321).node('N1')).toMatchObject({ state: 'Paused', drainStatus: 'Completed' });
    test.run('node.resume', { node: 'N1', failback: 'immediate' });
    expect(test.to(600).where('High')).toBe('Online on N1');
  });
});

describe('Roles and resources: an orderly leave', () => {
  it('moves every role first, then stops the service', () => {
    const test = startCluster({ nodes: 3, rest: all });
    const { id } = test.run('node.stopService', { node: 'N1' });
    expect(test.operation(id).outcome).toBe('running');
    test.to(200);
    expect(test.operation(id).outcome).toBe('succeeded');
    expect(test.node('N1')).toMatchObject({ state: 'Down', statusInformation: 'Normal' });
    expect(test.events(1069)).toEqual([]);
    expect(test.events(1135)).toEqual([]);
    expect(test.machine('High')).toMatchObject({ state: 'Running', heartbeat: 'OkApplicationsHealthy' });
  });

  it('is no pause: what left then does not come back with a later resume', () => {
    const test = startCluster({ nodes: 3, rest: all });
    test.break({ fault: 'node.restart', node: 'N1' });
    expect(test.to(300).node('N1')).toMatchObject({ state: 'Up', drainStatus: 'NotInitiated' });
    test.run('node.pause', { node: 'N1', drain: false });
    test.run('node.resume', { node: 'N1', failback: 'immediate' });
    expect(test.to(400).where('High')).toMatch(/Online on N[23]/);
  });

  it('lets machines quick migrate where the cluster is told not to drain on shutdown', () => {
    const ways = (cluster: string) => {
      const test = startCluster({ nodes: 3, cluster, rest: all });
      test.break({ fault: 'node.restart', node: 'N1' });
      const { operations } = test.to(300).cluster.snapshot();
      return operations.flatMap(({ command, target }) => (target?.name === 'High' ? [command] : []));
    };
    expect(ways('settings: {drainOnShutdown: false}')).toEqual(['role.quickMigrate']);
    expect(ways('')).toEqual(['role.liveMigrate']);
  });

  it('restarts: boots in 120 s and joins', () => {
    const test = startCluster({ nodes: 3 });
    test.to(60).break({ fault: 'node.restart', node: 'N3' });
    expect(test.to(179).node('N3').state).toBe('Down');
    expect(test.to(180).node('N3').state).toBe('Up');
  });
});

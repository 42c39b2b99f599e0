import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';

const csv = 'disks: [{name: CSV1, size: 500GB, use: csv, owner: N2}]';
const vm = (name: string, owner: string, more = ''): string =>
  `{name: ${name}, type: virtualMachine, owner: ${owner}, disks: [CSV1], memory: 4GB, dirtyRate: 0${more === '' ? '' : `, ${more}`}}`;
const svc = (name: string, owner: string, more = ''): string =>
  `{name: ${name}, type: genericService, owner: ${owner}${more === '' ? '' : `, ${more}`}}`;
const roles = (...list: readonly string[]): string => `${csv}\nroles: [${list.join(', ')}]`;

describe('Roles and resources: possible owners', () => {
  it('that change let a role start that no node could host', () => {
    const test = startCluster({
      nodes: 3,
      cluster: 'settings: {resiliencyPeriod: 0}',
      rest: 'roles: [{name: App, type: genericService, owner: N1, possibleOwners: [N1]}]',
    }).to(10);
    test.break({ fault: 'node.crash', node: 'N1' });
    expect(test.to(60).role('App').state).toBe('Offline');
    test.run('resource.setPossibleOwners', { resource: 'App', nodes: [] });
    expect(test.to(70).role('App').state).toBe('Online');
  });
});

describe('Roles and resources: preferred owners, then all others by number', () => {
  it('after a failure the next one down the list, wrapping round, without paused and impossible ones', () => {
    const test = startCluster({
      nodes: 5,
      rest: roles(
        // The list is N4, N2, N1, N3, N5: after N5 it begins again.
        svc('Wraps', 'N5', 'preferredOwners: [N4, N2]'),
        // The list is N3, N1, N2, N4, N5; N1 is paused, N2 not possible.
        svc('Skips', 'N3', 'preferredOwners: [N3], possibleOwners: [N1, N3, N4, N5]'),
      ),
    }).to(10);
    test.run('node.pause', { node: 'N1' });
    for (const resource of ['Wraps', 'Skips']) test.break({ fault: 'resource.fail', resource, times: 2 });
    test.to(30);
    expect(test.where('Wraps')).toBe('Online on N4');
    expect(test.where('Skips')).toBe('Online on N4');
  });

  it('without preferred owners a failed resource takes its role to the next number, a failed node to any that fits', () => {
    const owners = new Set<string>();
    for (let seed = 1; seed <= 12; seed += 1) {
      const test = startCluster({
        nodes: '{name: N1}, {name: N2, memory: 4GB}, {name: N3}, {name: N4}',
        release: '2012R2',
        rest: `seed: ${seed}\n${roles(vm('VM1', 'N1'), svc('Next', 'N3'))}`,
      }).to(10);
      test.break({ fault: 'resource.fail', resource: 'Next', times: 2 });
      expect(test.to(30).where('Next')).toBe('Online on N4');
      test.break({ fault: 'node.crash', node: 'N1' });
      owners.add(test.to(60).where('VM1'));
    }
    expect([...owners].sort()).toEqual(['Online on N3', 'Online on N4']);
  });

  it('a move without a destination goes to the first of the list that fits, or to most free memory', () => {
    const test = startCluster({
      nodes: '{name: N1}, {name: N2, memory: 32GB}, {name: N3, memory: 48GB}, {name: N4, memory: 5GB}',
      rest: roles(vm('Free', 'N1'), vm('Listed', 'N1', 'preferredOwners: [N4, N1, N2]')),
    }).to(10);
    test.run('role.quickMigrate', { role: 'Free' });
    test.run('role.quickMigrate', { role: 'Listed' });
    test.to(200);
    expect(test.where('Free')).toBe('Online on N3');
    expect(test.where('Listed')).toBe('Online on N2');
  });

  it('the core group goes to its previous owner, by command, in a drain and after a crash', () => {
    const test = startCluster({ nodes: 5 }).to(10);
    test.run('cluster.moveCoreResources', { destination: 'N4' });
    expect(test.to(20).where('Cluster Group')).toBe('Online on N4');
    test.run('cluster.moveCoreResources');
    expect(test.to(30).where('Cluster Group')).toBe('Online on N1');
    test.run('node.pause', { node: 'N1', drain: true });
    expect(test.to(40).where('Cluster Group')).toBe('Online on N4');
    test.run('node.resume', { node: 'N1' });
    test.break({ fault: 'node.crash', node: 'N4' });
    expect(test.to(80).where('Cluster Group')).toBe('Online on N1');
  });
});

describe('Roles and resources: anti-affinity', () => {
  it('counts a role that is still on its way', () => {
    const test = startCluster({
      nodes: '{name: N1}, {name: N2}, {name: N3, memory: 128GB}, {name: N4}',
      rest: roles(vm('WEB1', 'N1', 'antiAffinity: [web]'), vm('WEB2', 'N2', 'antiAffinity: [web]')),
    }).to(10);
    test.run('role.liveMigrate', { role: 'WEB1' });
    test.run('role.liveMigrate', { role: 'WEB2' });
    test.to(200);
    expect([test.where('WEB1'), test.where('WEB2')]).toEqual(['Online on N3', 'Online on N4']);
  });

  it('three roles of a class on a lost node: each gets a node of its own as long as there is one', () => {
    const test = startCluster({
      nodes: 4,
      release: '2012R2',
      rest: roles(...['A', 'B', 'C', 'D'].map((name) => vm(name, 'N1', 'antiAffinity: [web]'))),
    }).to(10);
    test.break({ fault: 'node.crash', node: 'N1' });
    test.to(60);
    const owners = ['A', 'B', 'C'].map((name) => test.role(name).ownerNode);
    expect([...owners].sort()).toEqual(['N2', 'N3', 'N4']);
    expect(test.role('D').state).toBe('Online');
  });
});

describe('Roles and resources: no role moves to a paused node', () => {
  it('a machine on its way to a node that is drained arrives and leaves again; one that waits for a slot does not start', () => {
    const test = startCluster({ nodes: 3, rest: roles(vm('First', 'N2'), vm('Second', 'N2')) }).to(10);
    const first = test.run('role.liveMigrate', { role: 'First', destination: 'N1' });
    const second = test.run('role.liveMigrate', { role: 'Second', destination: 'N1' });
    expect(test.to(20).role('Second').statusInformation).toBe('Queued');
    const drain = test.run('node.pause', { node: 'N1', drain: true });
    expect(test.operation(second.id).outcome).toBe('failed');
    expect(test.node('N1').drainStatus).toBe('InProgress');
    test.to(300);
    expect(test.operation(first.id).outcome).toBe('succeeded');
    expect(test.operation(drain.id).outcome).toBe('succeeded');
    expect(test.node('N1')).toMatchObject({ state: 'Paused', drainStatus: 'Completed' });
    expect(test.role('First').ownerNode).not.toBe('N1');
    expect(test.where('Second')).toBe('Online on N2');
  });

  it('a role that waits for room does not come online on a paused owner', () => {
    const test = startCluster({
      nodes: '{name: N1, memory: 8GB}, {name: N2, memory: 8GB}',
      release: '2012R2',
      cluster: String.raw`quorum: {mode: nodeAndFileShareMajority, witness: '\\dc\w'}`,
      rest: roles(vm('Big', 'N1'), vm('Other', 'N2')),
    }).to(10);
    test.break({ fault: 'node.crash', node: 'N1' });
    expect(test.to(60).role('Big')).toMatchObject({
      state: 'Offline',
      statusInformation: 'PhysicalResourcesLacking',
      statusReason: 'Big needs 4096 MB of memory, N2 has 2048 MB free.',
    });
    test.run('node.pause', { node: 'N2' });
    test.run('role.takeOffline', { role: 'Other' });
    expect(test.to(200).role('Big').state).toBe('Offline');
    test.run('node.resume', { node: 'N2' });
    expect(test.to(300).where('Big')).toBe('Online on N2');
  });
});

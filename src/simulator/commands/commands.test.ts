import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';

const disks = 'disks: [{name: CSV1, size: 500GB, use: csv, owner: N1}, {name: Spare, size: 50GB, use: available}]';
const loose = `${disks}\nroles: [{name: VM1, type: virtualMachine, clustered: false, owner: N1, state: offline, disks: [CSV1], memory: 4GB}]`;

describe('Roles and resources: Configure a Service or Application', () => {
  it('makes a machine a role that is offline and needs to be started', () => {
    const test = startCluster({ rest: loose });
    expect(test.machine('VM1')).toMatchObject({ isClustered: false, role: null, state: 'Off', computerName: 'N1' });
    expect(test.run('role.createVirtualMachine', { vm: 'VM1' }).outcome).toBe('succeeded');
    expect(test.where('VM1')).toBe('Offline on N1');
    expect(test.resource('Virtual Machine VM1').dependencyExpression).toBe('([Virtual Machine Configuration VM1])');
    expect(test.logged(1158)).toEqual(['0 N1']);
    test.run('role.bringOnline', { role: 'VM1' });
    expect(test.to(1.5).where('VM1')).toBe('Online on N1');
    expect(test.run('role.createVirtualMachine', { vm: 'VM1' }).error?.code).toBe(5010);
  });

  it('makes a file server with its address and a disk of Available Storage, online', () => {
    const test = startCluster({ rest: disks });
    test.run('role.create', { type: 'fileServer', name: 'FS', disks: ['Spare'], address: '192.168.100.60' });
    expect(test.to(4).where('FS')).toBe('Online on N1');
    expect(test.resource('FS').dependencyExpression).toBe('([FS Network Name]) and ([Spare])');
    expect(test.cluster.snapshot().disks.find(({ name }) => name === 'Spare')).toMatchObject({
      use: 'Role',
      ownerGroup: 'FS',
    });
    expect(test.run('role.create', { type: 'fileServer', name: 'fs', disks: ['Spare'] }).error?.code).toBe(5010);
  });

  it('is refused while the node that had Available Storage is down and no other can take it over (5050)', () => {
    const test = startCluster({ nodes: 2, rest: disks });
    test.run('node.pause', { node: 'N2' });
    test.run('node.stopService', { node: 'N1' });
    test.to(60);
    const input = { type: 'fileServer', name: 'FS', disks: ['Spare'], address: '192.168.100.60' };
    expect(test.run('role.create', input).error).toMatchObject({
      code: 5050,
      message: expect.stringContaining('N1') as string,
    });
    expect(test.cluster.snapshot().roles.map(({ name }) => name)).not.toContain('FS');
    test.run('node.resume', { node: 'N2' });
    const { id } = test.to(70).run('role.create', input);
    expect(test.to(90).operation(id).outcome).toBe('succeeded');
    expect(test.where('FS')).toBe('Online on N2');
  });

  it('can be undone: the disk goes back to Available Storage', () => {
    const test = startCluster({ rest: disks });
    test.run('role.create', { type: 'fileServer', name: 'FS', disks: ['Spare'] });
    expect(test.to(10).run('role.remove', { role: 'FS' }).outcome).toBe('succeeded');
    expect(test.cluster.snapshot().roles.map(({ name }) => name)).toEqual(['Cluster Group', 'Available Storage']);
    expect(test.cluster.snapshot().disks.find(({ name }) => name === 'Spare')?.use).toBe('AvailableStorage');
  });
});

describe('Virtual machines: processors and memory', () => {
  it('change while the machine is off, and count from its next start on', () => {
    const test = startCluster({ rest: loose });
    const free = () => test.cluster.snapshot().nodes.find(({ name }) => name === 'N1')?.memoryAvailable ?? 0;
    const before = free();
    expect(test.run('vm.setProcessors', { vm: 'VM1', processors: 8 }).outcome).toBe('succeeded');
    expect(test.run('vm.setMemory', { vm: 'VM1', memory: 2 * 1024 ** 3 }).outcome).toBe('succeeded');
    expect(test.machine('VM1')).toMatchObject({ processorCount: 8, memoryStartup: 2 * 1024 ** 3 });
    test.run('vm.start', { vm: 'VM1' });
    test.to(60);
    expect(before - free()).toBe(2 * 1024 ** 3);
    expect(test.run('vm.setProcessors', { vm: 'VM1', processors: 2 }).error?.code).toBe(5023);
  });
});

describe('Virtual machines: a machine that is not clustered', () => {
  it('starts, saves and stops on its host', () => {
    const test = startCluster({ rest: loose });
    const { id } = test.run('vm.start', { vm: 'vm1' });
    expect(test.to(1).operation(id).outcome).toBe('succeeded');
    expect(test.machine('VM1')).toMatchObject({ state: 'Running', heartbeat: 'NoContact' });
    test.run('vm.save', { vm: 'VM1' });
    expect(test.to(34).machine('VM1')).toMatchObject({ state: 'Saved', memoryAssigned: 0 });
    test.run('vm.start', { vm: 'VM1' });
    expect(test.to(67).machine('VM1').heartbeat).toBe('OkApplicationsHealthy');
    test.run('vm.turnOff', { vm: 'VM1' });
    expect(test.to(68).machine('VM1').state).toBe('Off');
  });
});

describe('Roles and resources: single resources', () => {
  it('are added, made to depend, and removed', () => {
    const test = startCluster({ rest: disks });
    test.run('role.create', { type: 'genericService', name: 'Svc', service: 'Spooler' });
    test.to(10);
    test.run('resource.add', { role: 'Svc', name: 'Helper', type: 'Generic Service' });
    expect(test.role('Svc').state).toBe('PartialOnline');
    const depend = () => test.run('resource.setDependency', { resource: 'Svc', dependsOn: '[Helper]' });
    expect(depend().error?.code).toBe(5019);
    test.run('resource.bringOnline', { resource: 'Helper' });
    test.to(20);
    expect(depend().outcome).toBe('succeeded');
    expect(test.role('Svc').state).toBe('Online');
    expect(test.run('resource.setDependency', { resource: 'Helper', dependsOn: '[Svc]' }).error?.code).toBe(1059);
    expect(test.run('resource.remove', { resource: 'Helper' }).error?.code).toBe(5001);
    test.run('resource.setDependency', { resource: 'Svc', dependsOn: '' });
    expect(test.resource('Svc').dependencyExpression).toBe('');
    expect(test.run('resource.remove', { resource: 'Helper' }).outcome).toBe('succeeded');
    expect(test.cluster.snapshot().resources.map(({ name }) => name)).not.toContain('Helper');
  });

  it('fail when asked to', () => {
    const test = startCluster({ rest: disks });
    test.run('resource.simulateFailure', { resource: 'Spare' });
    expect(test.logged(1069)).toEqual(['0 N1']);
    expect(test.to(3).resource('Spare').state).toBe('Online');
  });
});

describe('Membership: networks', () => {
  it('keep their id when they are renamed', () => {
    const test = startCluster();
    const before = test.cluster.snapshot().networks[0];
    test.cluster.takeChanges();
    test.run('network.rename', { network: 'public', name: 'Clients' });
    const changes = test.cluster.takeChanges();
    expect(changes?.upserts.networks).toMatchObject([{ id: before?.id, name: 'Clients' }]);
    expect(changes?.upserts.networkInterfaces?.map(({ name }) => name)).toEqual(['N1 - Clients', 'N2 - Clients']);
    expect(test.run('network.rename', { network: 'Clients', name: 'PRIVATE' }).error?.code).toBe(5010);
  });

  it('stay in use while two nodes that are up have no other one in common (5066)', () => {
    const nodes = '{name: N1}, {name: N2}, {name: N3, nics: {Public: 192.168.100.13}}';
    const test = startCluster({ nodes });
    expect(test.run('network.setRole', { network: 'Public', role: 'none' }).error?.code).toBe(5066);
    expect(test.run('network.setRole', { network: 'Private', role: 'none' }).outcome).toBe('succeeded');
    expect(test.run('network.setRole', { network: 'Public', role: 'cluster' }).outcome).toBe('succeeded');
    expect(test.run('network.setRole', { network: 'Public', role: 'none' }).error?.code).toBe(5066);
  });

  it('get the metric of their new role: those for the cluster only come before those with clients', () => {
    const test = startCluster();
    const metrics = () => test.cluster.snapshot().networks.map(({ metric }) => metric);
    expect(metrics()).toEqual([70240, 30241, 79842]);
    test.run('network.setRole', { network: 'Public', role: 'cluster' });
    test.run('network.setRole', { network: 'Private', role: 'clusterAndClient' });
    expect(metrics()).toEqual([30240, 70241, 79842]);
  });

  it('carry live migration in the order given', () => {
    const rest = `${disks}\nroles: [{name: VM1, type: virtualMachine, owner: N1, disks: [CSV1], memory: 1GB}]`;
    const test = startCluster({ rest });
    test.run('network.setLiveMigrationOrder', { networks: ['Public'] });
    const { id } = test.run('role.liveMigrate', { role: 'VM1' });
    expect(test.to(5).operation(id).migration?.network).toBe('Public');
  });
});

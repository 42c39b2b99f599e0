import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';

const disks = `disks:
  - {name: CSV1, size: 500GB, use: csv, owner: N1}
  - {name: LUN1, size: 50GB, use: role}`;
const fs = (more = ''): string =>
  `{name: FS, type: fileServer, owner: N1, disks: [LUN1], address: 192.168.100.60${more === '' ? '' : `, ${more}`}}`;
const vm = (name: string, more = ''): string =>
  `{name: ${name}, type: virtualMachine, owner: N1, disks: [CSV1], memory: 4GB${more === '' ? '' : `, ${more}`}}`;
const roles = (...list: readonly string[]): string => `${disks}\nroles: [${list.join(', ')}]`;

describe('Roles and resources: bringing a role online', () => {
  it('goes in dependency order with the times of the types: disk 2 s beside address 1 s and name 2 s, then the service 1 s', () => {
    const test = startCluster({ rest: roles(fs('state: offline')) });
    const { id } = test.run('role.bringOnline', { role: 'FS' });
    expect(test.resource('LUN1').state).toBe('OnlinePending');
    expect(test.resource('IP Address 192.168.100.60').state).toBe('OnlinePending');
    expect(test.resource('FS Network Name').state).toBe('Offline');
    expect(test.to(1).resource('FS Network Name').state).toBe('OnlinePending');
    expect(test.to(3).resource('FS').state).toBe('OnlinePending');
    expect(test.to(4).where('FS')).toBe('Online on N1');
    expect(test.operation(id)).toMatchObject({ outcome: 'succeeded', endedAt: 4000 });
    expect(test.resource('FS').dependencyExpression).toBe('([FS Network Name]) and ([LUN1])');
  });

  it('goes offline in the reverse order', () => {
    const test = startCluster({ rest: roles(fs()) });
    const { id } = test.run('role.takeOffline', { role: 'FS' });
    expect(test.resource('LUN1').state).toBe('Online');
    expect(test.to(1).resource('LUN1').state).toBe('OfflinePending');
    expect(test.to(2.5).operation(id)).toMatchObject({ outcome: 'succeeded', endedAt: 2000 });
    expect(test.role('FS')).toMatchObject({ state: 'Offline', persistentState: 0 });
  });

  it('a machine is Online when it runs, its guest answers bootTime later', () => {
    const test = startCluster({ rest: roles(vm('VM1', 'state: offline, bootTime: 20s')) });
    test.run('role.bringOnline', { role: 'VM1' });
    expect(test.to(1.5).where('VM1')).toBe('Online on N1');
    expect(test.machine('VM1')).toMatchObject({ state: 'Running', heartbeat: 'NoContact' });
    expect(test.to(21.5).machine('VM1').heartbeat).toBe('OkApplicationsHealthy');
    expect(test.logged(18500)).toEqual(['1.5 N1']);
  });

  it('a machine that was saved is restored', () => {
    const test = startCluster({ rest: roles(vm('VM1')) });
    test.run('role.takeOffline', { role: 'VM1' });
    expect(test.to(33.5).machine('VM1').state).toBe('Saved');
    expect(test.where('VM1')).toBe('Offline on N1');
    test.run('role.bringOnline', { role: 'VM1' });
    expect(test.to(60).machine('VM1').state).toBe('Resuming');
    expect(test.to(67).machine('VM1')).toMatchObject({ state: 'Running', heartbeat: 'OkApplicationsHealthy' });
  });

  it('is refused without room (5956), and the reason names the numbers', () => {
    const nodes = '{name: N1, memory: 8GB}, {name: N2, memory: 8GB}';
    const test = startCluster({ nodes, rest: roles(vm('VM1'), vm('VM2', 'state: offline')) });
    const { error } = test.run('role.bringOnline', { role: 'VM2' });
    expect(error).toMatchObject({ code: 5956, message: 'VM2 needs 4 GB of memory and N1 has 2 GB free.' });
  });
});

describe('Roles and resources: moving a role', () => {
  it('takes it offline, changes the owner, and brings it online', () => {
    const test = startCluster({ rest: roles(fs()) });
    const { id } = test.run('role.move', { role: 'FS', destination: 'N2' });
    expect(test.where('FS')).toBe('Pending on N1');
    expect(test.to(2).where('FS')).toBe('Pending on N2');
    expect(test.to(6).where('FS')).toBe('Online on N2');
    expect(test.operation(id)).toMatchObject({ outcome: 'succeeded', endedAt: 6000 });
    expect(test.logged(1641)).toEqual(['2 N1']);
  });

  it('only changes the owner of one that is offline', () => {
    const test = startCluster({ rest: roles(vm('VM1', 'state: offline')) });
    expect(test.run('role.move', { role: 'VM1', destination: 'N2' }).outcome).toBe('succeeded');
    expect(test.where('VM1')).toBe('Offline on N2');
    expect(test.machine('VM1').computerName).toBe('N2');
  });

  it('is refused to a paused node (5070), to no possible owner (5016), without room (5957), to one that is down (5050)', () => {
    const nodes = '{name: N1}, {name: N2}, {name: N3, memory: 4GB}, {name: N4}, {name: N5}';
    const test = startCluster({ nodes, rest: roles(vm('VM1', 'possibleOwners: [N1, N2, N3, N5]')) });
    test.run('node.pause', { node: 'N2' });
    test.break({ fault: 'node.crash', node: 'N5' });
    test.to(60);
    const code = (destination: string) => test.run('role.liveMigrate', { role: 'VM1', destination }).error?.code;
    expect([code('N2'), code('N4'), code('N3'), code('N5')]).toEqual([5070, 5016, 5957, 5050]);
  });

  it('without a destination goes to the node with most free memory, or to the first preferred owner that is not the present one', () => {
    const nodes = '{name: N1}, {name: N2, memory: 32GB}, {name: N3, memory: 48GB}';
    const test = startCluster({ nodes, rest: roles(vm('VM1'), vm('VM2', 'preferredOwners: [N1, N2, N3]')) });
    expect(test.cluster.destinations('VM1', 'live')).toMatchObject([
      { node: 'N1', excluded: 'VM1 is already on N1.', best: false },
      { node: 'N2', excluded: null, best: false },
      { node: 'N3', excluded: null, best: true, predicted: { total: expect.any(Number) as number } },
    ]);
    test.run('role.quickMigrate', { role: 'VM1' });
    test.run('role.quickMigrate', { role: 'VM2' });
    test.to(300);
    expect(test.where('VM1')).toBe('Online on N3');
    expect(test.where('VM2')).toBe('Online on N2');
  });
});

describe('Roles and resources: a resource that fails', () => {
  it('is restarted once on the same node after 500 ms (1069), then the role fails over', () => {
    const test = startCluster({ rest: roles(fs()) });
    test.break({ fault: 'resource.fail', resource: 'FS' });
    expect(test.logged(1069)).toEqual(['0 N1']);
    expect(test.to(0.4).where('FS')).toBe('Pending on N1');
    expect(test.to(1.5).where('FS')).toBe('Online on N1');
    test.to(10).break({ fault: 'resource.fail', resource: 'FS' });
    expect(test.to(20).where('FS')).toBe('Online on N2');
    expect(test.logged(1153)).toEqual(['10 N2']);
  });

  it('takes down what depends on it and brings it back', () => {
    const test = startCluster({ rest: roles(fs()) });
    test.break({ fault: 'resource.fail', resource: 'IP Address 192.168.100.60' });
    expect(test.resource('FS').state).toBe('Offline');
    expect(test.resource('LUN1').state).toBe('Online');
    expect(test.to(4.5).where('FS')).toBe('Online on N1');
  });

  it('stays failed after more failovers than allowed (1254) and is tried again after an hour', () => {
    const test = startCluster({ rest: roles(fs('failover: {threshold: 1, period: 6h}')) });
    test.break({ fault: 'resource.fail', resource: 'FS', times: 4 });
    expect(test.to(60).role('FS').state).toBe('Failed');
    expect(test.resource('FS').state).toBe('Failed');
    const [time] = test.logged(1254);
    expect(time).toMatch(/ N2$/);
    const failedAt = Number(time?.split(' ')[0]);
    expect(test.to(failedAt + 3599).resource('FS').state).toBe('Failed');
    expect(test.to(failedAt + 3620).where('FS')).toBe('Online on N2');
  });

  it('of a machine turns it off and starts it again', () => {
    const test = startCluster({ rest: roles(vm('VM1')) });
    test.break({ fault: 'resource.fail', resource: 'Virtual Machine VM1' });
    expect(test.machine('VM1').state).toBe('Off');
    expect(test.to(1.5).machine('VM1')).toMatchObject({ state: 'Running', heartbeat: 'NoContact' });
  });
});

describe('Roles and resources: dependencies with or', () => {
  const extra = `resources: [{name: A, type: Generic Service}, {name: B, type: Generic Service}, {name: C, type: Generic Service, dependsOn: 'A or B'}]`;

  it('need one provider', () => {
    const test = startCluster({ rest: roles(fs(extra)) });
    expect(test.resource('C').dependencyExpression).toBe('([A] or [B])');
    test.run('resource.takeOffline', { resource: 'A' });
    expect(test.to(10).resource('A').state).toBe('Offline');
  });
});

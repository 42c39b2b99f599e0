import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';

const vm = (more = ''): string => `disks: [{name: CSV1, size: 500GB, use: csv}]
roles: [{name: VM1, type: virtualMachine, owner: N1, disks: [CSV1], memory: 4GB, bootTime: 20s${more}}]`;

describe('Virtual machines: a guest that crashes or hangs', () => {
  it.each(['vm.crash', 'vm.hang'] as const)(
    '%s: noticed at the next isAlive (60 s apart), restarted in place after 500 ms, answers bootTime later',
    (fault) => {
      const test = startCluster({ rest: vm() });
      test.to(70).break({ fault, vm: 'VM1' });
      expect(test.machine('VM1')).toMatchObject({ state: 'Running', heartbeat: 'LostCommunication' });
      expect(test.to(119.9).where('VM1')).toBe('Online on N1');
      test.to(120);
      expect(test.logged(1069)).toEqual(['120 N1']);
      expect(test.logged(21500)).toEqual(['120 N1']);
      expect(test.where('VM1')).toBe('Pending on N1');
      expect(test.to(121.5).where('VM1')).toBe('Online on N1');
      expect(test.machine('VM1').heartbeat).toBe('NoContact');
      expect(test.to(141.4).machine('VM1').heartbeat).toBe('NoContact');
      expect(test.to(141.5).machine('VM1').heartbeat).toBe('OkApplicationsHealthy');
      expect(test.logged(18500)).toEqual(['121.5 N1']);
    },
  );

  it('is first of all a critical state of the machine (1250), of its resource and role, from 2012 on', () => {
    const critical = (release: string) => {
      const test = startCluster({ release, rest: vm() });
      if (release === '2008R2') test.run('cluster.enableSharedVolumes');
      test.to(70).break({ fault: 'vm.hang', vm: 'VM1' });
      return test.to(200).events(1250, 1069);
    };
    expect(critical('2022')).toMatchObject([
      {
        id: 1250,
        time: 120_000,
        node: 'N1',
        level: 'error',
        subject: { kind: 'resource', name: 'Virtual Machine VM1' },
      },
      { id: 1069, time: 120_000 },
    ]);
    expect(critical('2012').map(({ id }) => id)).toEqual([1250, 1069]);
    expect(critical('2008R2').map(({ id }) => id)).toEqual([1069]);
  });

  it('is not what a failed resource or a lost host is: nothing came from inside of the machine (no 1250)', () => {
    const test = startCluster({ nodes: 3, rest: vm() });
    test.to(10).break({ fault: 'resource.fail', resource: 'Virtual Machine VM1' });
    test.to(70).break({ fault: 'node.crash', node: 'N1' });
    test.to(900);
    expect(test.events(1069)).not.toEqual([]);
    expect(test.events(1250)).toEqual([]);
  });

  it('is not seen with heartbeatCheck: false', () => {
    const test = startCluster({ rest: vm(', heartbeatCheck: false') });
    test.break({ fault: 'vm.crash', vm: 'VM1' });
    test.to(3600);
    expect(test.events(1069, 1250)).toEqual([]);
    expect(test.machine('VM1').heartbeat).toBe('LostCommunication');
  });

  it('fails over when it crashes again within restartPeriod (15 min), as restartThreshold is 1', () => {
    const test = startCluster({ rest: vm() });
    test.break({ fault: 'vm.crash', vm: 'VM1' });
    test.to(300).break({ fault: 'vm.crash', vm: 'VM1' });
    expect(test.to(301).where('VM1')).toBe('Online on N1');
    test.to(400);
    expect(test.where('VM1')).toBe('Online on N2');
    expect(test.logged(1153)).toHaveLength(1);
  });

  it('restarts in place each time when the crashes are more than 15 min apart', () => {
    const test = startCluster({ rest: vm() });
    for (const at of [0, 1000, 2000, 3000]) test.to(at).break({ fault: 'vm.crash', vm: 'VM1' });
    expect(test.to(4000).where('VM1')).toBe('Online on N1');
    expect(test.events(1069)).toHaveLength(4);
  });

  it('counts isAlive from when the machine came online, by the interval of its resource', () => {
    const test = startCluster({ rest: vm(', state: offline') });
    test.to(10).run('role.bringOnline', { role: 'VM1' });
    test.run('resource.setPolicies', { resource: 'Virtual Machine VM1', isAlive: 30_000 });
    test.to(50).break({ fault: 'vm.hang', vm: 'VM1' });
    test.to(200);
    expect(test.logged(1069)).toEqual(['71.5 N1']);
  });

  it('stays lost when the machine is saved and restored, and is noticed then', () => {
    const test = startCluster({ rest: vm() });
    test.to(1).break({ fault: 'vm.crash', vm: 'VM1' });
    test.run('role.quickMigrate', { role: 'VM1', destination: 'N2' });
    expect(test.to(75).where('VM1')).toBe('Online on N2');
    expect(test.machine('VM1').heartbeat).toBe('LostCommunication');
    test.to(200);
    expect(test.events(1069)).toHaveLength(1);
    expect(test.machine('VM1').heartbeat).toBe('OkApplicationsHealthy');
  });

  it('is moved by live migration as it is; the next isAlive after it decides', () => {
    const test = startCluster({ rest: vm() });
    test.to(50).break({ fault: 'vm.crash', vm: 'VM1' });
    const { id } = test.run('role.liveMigrate', { role: 'VM1', destination: 'N2' });
    test.to(119);
    expect(test.operation(id).outcome).toBe('succeeded');
    expect(test.events(1069)).toEqual([]);
    test.to(121);
    expect(test.logged(1069)).toEqual(['120 N2']);
  });

  it('cannot happen to a machine that is off', () => {
    const test = startCluster({ rest: vm(', state: offline') });
    expect(test.cluster.inject({ fault: 'vm.crash', vm: 'VM1' })?.message).toBe('VM1 is not running.');
    expect(test.machine('VM1').heartbeat).toBe('Unknown');
  });

  it('is noticed 60 s after a machine that hung before became highly available', () => {
    const test = startCluster({ rest: vm(', clustered: false') }).to(5);
    test.break({ fault: 'vm.hang', vm: 'VM1' });
    test.to(10).run('role.createVirtualMachine', { vm: 'VM1' });
    expect(test.to(100).logged(1069)).toEqual(['70 N1']);
  });
});

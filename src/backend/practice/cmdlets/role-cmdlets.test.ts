import { describe, expect, test } from 'vitest';
import { ref, rigOfEachTest } from '../../../../tests/support/rig-of-each-test';

const rig = rigOfEachTest();
const { view } = rig;

describe('roles', () => {
  test('go offline, online, and to another node', async () => {
    expect(await rig.one('Stop-ClusterGroup', { Name: 'FS1' })).toMatchObject({ State: 'Offline' });
    expect(await rig.one('Start-ClusterGroup', { InputObject: ref('ClusterGroup', 'FS1') })).toMatchObject({
      State: 'Online',
    });
    expect(await rig.one('Move-ClusterGroup', { Name: 'FS1' })).toMatchObject({ OwnerNode: { Name: 'Demo2' } });
    expect(await rig.one('Move-ClusterGroup', { Name: 'Cluster Group', Node: 'Demo2' })).toMatchObject({
      OwnerNode: { Name: 'Demo2' },
    });
  });

  test('cannot move to a paused node (5070)', async () => {
    await rig.run('Suspend-ClusterNode', { Name: 'Demo2' });
    expect(await rig.failure('Move-ClusterGroup', { Name: 'FS1', Node: 'Demo2' })).toMatchObject({ win32: 5070 });
    expect(await rig.failure('Move-ClusterGroup', { Name: 'FS1', Node: 'Demo9' })).toMatchObject({
      win32: 5042,
      category: 'ObjectNotFound',
    });
  });

  test('are removed with their resources only when that is said', async () => {
    expect(await rig.failure('Remove-ClusterGroup', { Name: 'FS1' })).toMatchObject({ win32: 145 });
    await rig.run('Remove-ClusterGroup', { Name: 'FS1', RemoveResources: true, Force: true });
    expect(await rig.failure('Get-ClusterGroup', { Name: 'FS1' })).toMatchObject({ win32: 5013 });
  });

  test('are made of a service, a file server, a machine', async () => {
    const service = { Name: 'Queue', ServiceName: 'QueueService', StaticAddress: ['192.168.100.61'] };
    expect(await rig.one('Add-ClusterGenericServiceRole', service)).toMatchObject({
      Name: 'Queue',
      GroupType: 'GenericService',
      State: 'Online',
    });
    const files = { Storage: ['Spare'], StaticAddress: ['192.168.100.62'] };
    expect(await rig.one('Add-ClusterFileServerRole', files)).toMatchObject({ Name: 'HVCLUSTERFS', State: 'Online' });
    const machine = await rig.one('New-VM', {
      Name: 'NEW',
      ComputerName: ['Demo2'],
      MemoryStartupBytes: 1024 ** 3,
      Path: 'C:\\ClusterStorage\\Volume1',
    });
    expect(machine).toMatchObject({ Name: 'NEW', State: 'Off', ComputerName: 'Demo2', IsClustered: false });
    expect(await rig.one('Add-ClusterVirtualMachineRole', { VMId: machine['Id'] ?? '' })).toMatchObject({
      Name: 'NEW',
      GroupType: 'VirtualMachine',
      State: 'Offline',
    });
    expect(await rig.failure('Add-ClusterVirtualMachineRole', { VMName: 'none' })).toMatchObject({
      category: 'ObjectNotFound',
    });
    expect(await rig.failure('New-VM', { Name: 'X', Path: 'D:\\VMs' })).toMatchObject({ category: 'InvalidArgument' });
  });

  test('without resources are of the kind that was said, and of no kind that only the cluster makes', async () => {
    expect(await rig.one('Add-ClusterGroup', { Name: ['Fax'], GroupType: 'PrintServer' })).toMatchObject({
      GroupType: 'PrintServer',
    });
    expect(view().role('Fax')?.groupType).toBe('PrintServer');
    expect(await rig.failure('Add-ClusterGroup', { Name: ['X'], GroupType: 'Cluster' })).toMatchObject({
      fqid: 'NotSimulated',
    });
  });

  test('take preferred owners, priority, thresholds and classes', async () => {
    const group = ref('ClusterGroup', 'VM1');
    await rig.run('Set-ClusterOwnerNode', { Group: 'VM1', Owners: ['demo2', 'Demo1'] });
    await rig.set(group, 'Priority', 3000);
    await rig.set(group, 'FailoverThreshold', 2);
    await rig.set(group, 'FailoverPeriod', 3);
    await rig.set(group, 'AntiAffinityClassNames', ['DC', 'SQL']);
    expect(view().role('VM1')).toMatchObject({
      preferredOwners: ['Demo2', 'Demo1'],
      priority: 3000,
      failoverThreshold: 2,
      failoverPeriod: 3,
      antiAffinityClassNames: ['DC', 'SQL'],
    });
    await rig.set(group, 'AntiAffinityClassNames', []);
    expect(view().role('VM1')?.antiAffinityClassNames).toEqual([]);
    await expect(rig.set(group, 'Priority', 1)).rejects.toThrow('Priority takes');
    await expect(rig.set(group, 'State', 0)).rejects.toThrow('not simulated');
  });

  test('learn a failback window when both of its ends are set, in either order', async () => {
    const group = ref('ClusterGroup', 'VM1');
    const window = () => {
      const { autoFailbackType, failbackWindowStart, failbackWindowEnd } = view().role('VM1') ?? {};
      return [autoFailbackType, failbackWindowStart, failbackWindowEnd];
    };
    await rig.set(group, 'AutoFailbackType', 1);
    expect(window()).toEqual([1, null, null]);
    await rig.set(group, 'FailbackWindowStart', 22);
    expect(window()).toEqual([1, null, null]);
    await rig.set(group, 'FailbackWindowEnd', 5);
    expect(window()).toEqual([1, 22, 5]);
    await rig.set(group, 'FailbackWindowEnd', 4_294_967_295);
    await rig.set(group, 'FailbackWindowStart', 4_294_967_295);
    expect(window()).toEqual([1, null, null]);
    await rig.set(group, 'AutoFailbackType', 0);
    await rig.set(group, 'FailbackWindowStart', 1);
    await rig.set(group, 'FailbackWindowEnd', 2);
    await rig.set(group, 'AutoFailbackType', 1);
    expect(window()).toEqual([1, 1, 2]);
  });
});

import { describe, expect, test } from 'vitest';
import { ref, rigOfEachTest } from '../../../../tests/support/rig-of-each-test';

const rig = rigOfEachTest();
const { view } = rig;

describe('resources', () => {
  test('go offline and online, fail, and are in maintenance', async () => {
    expect(await rig.one('Stop-ClusterResource', { Name: 'FS1' })).toMatchObject({ State: 'Offline' });
    expect(await rig.one('Start-ClusterResource', { Name: 'FS1' })).toMatchObject({ State: 'Online' });
    await rig.run('Test-ClusterResourceFailure', { Name: 'FS1' });
    expect(await rig.one('Suspend-ClusterResource', { Name: 'CSV1', Force: true })).toMatchObject({
      $type: 'ClusterSharedVolume',
    });
    expect(view().sharedVolume('CSV1')?.maintenanceMode).toBe(true);
    await rig.run('Resume-ClusterResource', { Name: 'CSV1' });
    expect(view().sharedVolume('CSV1')?.maintenanceMode).toBe(false);
    expect(await rig.failure('Suspend-ClusterResource', { Name: 'nothing' })).toMatchObject({ win32: 5007 });
  });

  test('are added, made to depend, and removed', async () => {
    const added = await rig.one('Add-ClusterResource', {
      Name: 'Extra',
      Group: 'FS1',
      ResourceType: 'generic service',
    });
    expect(added).toMatchObject({ State: 'Offline', ResourceType: { Name: 'Generic Service' } });
    const expression = async () =>
      (await rig.one('Get-ClusterResourceDependency', { Resource: 'Extra' }))['DependencyExpression'];
    await rig.run('Set-ClusterResourceDependency', { Resource: 'Extra', Dependency: '[LUN7]' });
    await rig.run('Add-ClusterResourceDependency', { Resource: 'Extra', Provider: 'FS1' });
    expect(await expression()).toBe('([LUN7]) and ([FS1])');
    await rig.run('Remove-ClusterResourceDependency', { Resource: 'Extra', Provider: 'lun7' });
    expect(await expression()).toBe('([FS1])');
    expect(
      await rig.failure('Remove-ClusterResourceDependency', { Resource: 'Extra', Provider: 'LUN7' }),
    ).toMatchObject({
      win32: 5002,
    });
    await rig.run('Remove-ClusterResource', { InputObject: added, Force: true });
    expect(view().resource('Extra')).toBeUndefined();
    expect(
      await rig.failure('Add-ClusterResource', { Name: 'X', Group: 'FS1', ResourceType: 'Toaster' }),
    ).toMatchObject({
      category: 'ObjectNotFound',
    });
  });

  test('take policies, possible owners and private properties', async () => {
    const resource = await rig.one('Get-ClusterResource', { Name: 'FS1' });
    await rig.set(resource, 'RestartThreshold', 3);
    await rig.set(resource, 'PendingTimeout', 60_000);
    expect(view().resource('FS1')).toMatchObject({ restartThreshold: 3, pendingTimeout: 60_000 });
    await rig.run('Set-ClusterOwnerNode', { Resource: 'FS1', Owners: ['Demo1'] });
    expect(view().resource('FS1')?.possibleOwners).toEqual(['Demo1']);
    await rig.run('Set-ClusterOwnerNode', { Resource: 'FS1', Owners: ['Demo1', 'Demo2'] });
    expect(view().resource('FS1')?.possibleOwners).toEqual([]);
    const address = ref('ClusterResource', 'IP Address 192.168.100.60');
    const { warnings, failure } = await rig.ask({
      ask: 'cmdlet',
      cmdlet: 'Set-ClusterParameter',
      parameters: { InputObject: address, Multiple: { EnableDhcp: 1 } },
    });
    expect([warnings.length, failure]).toEqual([1, null]);
    const [dhcp] = await rig.run('Get-ClusterParameter', { InputObject: address, Name: 'EnableDhcp' });
    expect(dhcp).toMatchObject({ Value: { Value: 1 } });
    const nothing = { InputObject: ref('ClusterResource', 'FS1'), Name: 'Colour', Value: 'red' };
    expect(await rig.failure('Set-ClusterParameter', nothing)).toMatchObject({ fqid: 'NotSimulated' });
  });
});

describe('disks', () => {
  test('become shared volumes and are disks again; volumes change their coordinator', async () => {
    expect(await rig.one('Add-ClusterSharedVolume', { Name: 'Spare' })).toMatchObject({ $type: 'ClusterSharedVolume' });
    expect(await rig.one('Move-ClusterSharedVolume', { Name: 'Spare', Node: 'Demo2' })).toMatchObject({
      OwnerNode: { Name: 'Demo2' },
    });
    expect(await rig.one('Remove-ClusterSharedVolume', { Name: 'Spare' })).toMatchObject({ $type: 'ClusterResource' });
    expect(await rig.failure('Add-ClusterSharedVolume', { Name: 'LUN7' })).toMatchObject({ win32: 5965 });
  });

  test('leave the cluster, are available again, and come back', async () => {
    await rig.run('Remove-ClusterResource', { Name: 'Spare', Force: true });
    const available = await rig.run('Get-ClusterAvailableDisk');
    expect(available).toMatchObject([{ Name: 'Spare', Size: 100 * 1024 ** 3 }]);
    expect(await rig.one('Add-ClusterDisk', { InputObject: [...available] })).toMatchObject({ Name: 'Spare' });
    await rig.run('Move-ClusterResource', { Name: 'Spare', Group: 'FS1' });
    expect(view().disk('Spare')?.ownerGroup).toBe('FS1');
  });
});

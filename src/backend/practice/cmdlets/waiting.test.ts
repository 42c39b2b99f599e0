import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { practiceRig, practiceScenario, type PracticeRig } from '../../../../tests/support/practice-rig';
import type { PracticeObject } from '../practice-object';

let rig: PracticeRig;
beforeEach(async () => {
  rig = await practiceRig(practiceScenario);
});
afterEach(() => rig.close());

const ref = ($type: string, Name: string): PracticeObject => ({ $type, Name });
const owner = (role: string) => rig.cluster.view().role(role)?.ownerNode;

describe('waiting', () => {
  const move = { Name: 'VM1', Node: 'Demo2', MigrationType: 'Live' };

  test('without -Wait a migration is over when the cmdlet answers', async () => {
    const group = await rig.one('Move-ClusterVirtualMachineRole', move);
    expect(group).toMatchObject({ Name: 'VM1', OwnerNode: { Name: 'Demo2' }, State: 'Online' });
    expect(rig.cluster.clock()?.now).toBeGreaterThan(10_000);
  });

  test('with -Wait 0 it has only begun, and its progress can be read', async () => {
    await rig.run('Move-ClusterVirtualMachineRole', { ...move, Wait: 0 });
    expect(rig.cluster.clock()?.now).toBe(0);
    await rig.run('Step-RegroupClock', { Seconds: 20 });
    const read = async (Name: string) => {
      const resource = ref('ClusterResource', 'Virtual Machine VM1');
      return (await rig.one('Get-ClusterParameter', { InputObject: resource, Name }))['Value'];
    };
    expect(await read('MigrationState')).toEqual({ $type: 'UInt32', Value: 2 });
    expect((await read('MigrationProgress')) as object).toMatchObject({ Value: expect.any(Number) as number });
    expect(await rig.one('Get-VM', { Name: 'VM1' })).toMatchObject({
      State: 'Running',
      SecondaryOperationalStatus: 'MigratingVirtualMachine',
    });
    await rig.run('Move-ClusterVirtualMachineRole', { Name: 'VM1', Cancel: true });
    expect(await read('MigrationState')).toEqual({ $type: 'UInt32', Value: 4 });
    expect(owner('VM1')).toBe('Demo1');
  });

  test('with -Wait 5 five seconds have passed, and it goes on', async () => {
    await rig.run('Move-ClusterVirtualMachineRole', { ...move, Wait: 5 });
    expect(rig.cluster.clock()?.now).toBe(5000);
    expect(owner('VM1')).toBe('Demo1');
    await rig.run('Step-RegroupClock', { UntilIdle: true });
    expect(owner('VM1')).toBe('Demo2');
  });

  test('a drain is not waited for without -Wait', async () => {
    expect(await rig.one('Suspend-ClusterNode', { Name: 'Demo1', Drain: true })).toMatchObject({
      State: 'Paused',
      DrainStatus: 'InProgress',
    });
    await rig.run('Step-RegroupClock', { UntilIdle: true });
    expect(await rig.one('Get-ClusterNode', { Name: 'Demo1' })).toMatchObject({ DrainStatus: 'Completed' });
    const back = { Name: 'Demo1', Failback: 'Immediate' };
    expect(await rig.one('Resume-ClusterNode', back)).toMatchObject({ State: 'Up' });
    await rig.run('Step-RegroupClock', { UntilIdle: true });
    expect(owner('VM1')).toBe('Demo1');
  });

  test('with -Wait it is over', async () => {
    const input = ref('ClusterNode', 'Demo1');
    expect(await rig.one('Suspend-ClusterNode', { InputObject: input, Drain: true, Wait: true })).toMatchObject({
      StatusInformation: 'DrainCompleted',
    });
  });
});

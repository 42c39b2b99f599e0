import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { practiceRig, practiceScenario, type PracticeRig } from '../../../../tests/support/practice-rig';

let rig: PracticeRig;
beforeEach(async () => {
  rig = await practiceRig(practiceScenario);
});
afterEach(() => rig.close());

describe('virtual machines', () => {
  test('are saved, started, shut down and turned off', async () => {
    const vm = await rig.one('Get-VM', { Name: 'VM1' });
    expect(await rig.one('Save-VM', { VM: [vm], Passthru: true })).toMatchObject({ State: 'Saved' });
    expect(await rig.one('Start-VM', { Name: ['VM1'], Passthru: true })).toMatchObject({ State: 'Running' });
    expect(await rig.one('Stop-VM', { VM: [vm], TurnOff: true, Passthru: true })).toMatchObject({ State: 'Off' });
    expect(await rig.run('Start-VM', { Name: 'VM1' })).toEqual([]);
  });

  test('get processors and memory while they are off, and are refused while they run', async () => {
    expect(await rig.failure('Set-VM', { Name: 'VM1', ProcessorCount: 64 })).toMatchObject({ win32: 5023 });
    expect(await rig.failure('Set-VMMemory', { VMName: 'VM1', StartupBytes: 1024 ** 3 })).toMatchObject({
      win32: 5023,
    });
    await rig.run('Stop-VM', { Name: 'VM1', TurnOff: true });
    const before = { ProcessorCount: 6, MemoryStartup: 3 * 1024 ** 3, MemoryAssigned: 0 };
    const set = { Name: 'VM1', ProcessorCount: 6, MemoryStartupBytes: 3 * 1024 ** 3, Passthru: true };
    expect(await rig.one('Set-VM', set)).toMatchObject(before);
    await rig.run('Set-VMProcessor', { VMName: 'VM1', Count: 8 });
    await rig.run('Set-VMMemory', { VMName: 'VM1', StartupBytes: 1024 ** 3 });
    await rig.run('Start-VM', { Name: 'VM1' });
    expect(await rig.one('Get-VM', { Name: 'VM1' })).toMatchObject({ ProcessorCount: 8, MemoryAssigned: 1024 ** 3 });
    const created = await rig.one('New-VM', { Name: 'NEW', Path: 'C:\\ClusterStorage\\Volume1' });
    expect(await rig.one('Set-VM', { VM: [created], ProcessorCount: 4, Passthru: true })).toMatchObject({
      ProcessorCount: 4,
    });
  });
});

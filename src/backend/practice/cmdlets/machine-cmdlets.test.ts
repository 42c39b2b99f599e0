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
    expect(await rig.failure('Set-VM', { Name: 'VM1', ProcessorCount: 64 })).toMatchObject({ fqid: 'NotSimulated' });
  });
});

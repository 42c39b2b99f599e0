import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { practiceRig, practiceScenario, type PracticeRig } from '../../../../tests/support/practice-rig';

let rig: PracticeRig;
beforeEach(async () => {
  rig = await practiceRig(practiceScenario);
});
afterEach(() => rig.close());

describe('events', () => {
  test('are read by log, number and time, newest first, per node', async () => {
    await rig.run('Move-ClusterGroup', { Name: 'FS1', Node: 'Demo2' });
    const operational = 'Microsoft-Windows-FailoverClustering/Operational';
    const all = await rig.run('Get-WinEvent', { FilterHashtable: { LogName: operational }, ComputerName: 'Demo2' });
    expect(all.length).toBeGreaterThan(0);
    expect(all[0]).toMatchObject({ LogName: operational, MachineName: 'Demo2', Level: 4 });
    const times = all.map((event) => Number(event['TimeCreated']));
    expect(times).toEqual([...times].sort((one, other) => other - one));
    const [newest = 0] = times;
    expect(newest).toBeGreaterThan(Date.UTC(2026, 0, 1));
    const late = { LogName: operational, StartTime: newest + 1 };
    expect(await rig.failure('Get-WinEvent', { FilterHashtable: late, ComputerName: 'Demo2' })).toMatchObject({
      fqid: 'NoMatchingEventsFound',
    });
    expect(
      await rig.run('Get-WinEvent', { FilterHashtable: { id: [1201] }, ComputerName: 'Demo2', MaxEvents: 1 }),
    ).toMatchObject([{ Id: 1201 }]);
  });

  test('of every log that the agent reads are to be had, or there are none', async () => {
    const file = new URL('../../../../resources/powershell/agent/read-events.ps1', import.meta.url);
    const [, list = ''] = /RegroupChannels = @\(([^)]*)\)/.exec(readFileSync(file, 'utf8')) ?? [];
    const logs = [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
    expect(logs.length).toBeGreaterThan(3);
    for (const LogName of logs) {
      const { failure } = await rig.ask({
        ask: 'cmdlet',
        cmdlet: 'Get-WinEvent',
        parameters: { FilterHashtable: { LogName }, ComputerName: 'Demo1' },
      });
      expect([null, 'NoMatchingEventsFound'], LogName).toContain(failure?.fqid ?? null);
    }
  });

  test('of other logs are not to be had', async () => {
    expect(await rig.failure('Get-WinEvent', { LogName: ['Security'] })).toMatchObject({ fqid: 'NotSimulated' });
    expect(await rig.failure('Get-WinEvent', { FilterHashtable: { Path: 'C:\\x.evtx' } })).toMatchObject({
      fqid: 'NotSimulated',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { call, cmdletCall, pipeline, setProperty } from './script-step';
import { scriptText } from './script-text';

describe('a script as text', () => {
  it('writes switches, numbers, lists and names as they are typed', () => {
    expect(
      scriptText([
        call('Move-ClusterVirtualMachineRole', { Name: 'SQL-01', Node: 'Demo2', MigrationType: 'Live', Wait: 0 }),
        call('Suspend-ClusterNode', { Name: 'Demo1', Drain: true, ForceDrain: false }),
        call('Set-ClusterOwnerNode', { Group: 'FS1', Owners: ['Demo1', 'Demo 2'] }),
      ]),
    ).toBe(
      [
        "Move-ClusterVirtualMachineRole -Name 'SQL-01' -Node Demo2 -MigrationType Live -Wait 0",
        'Suspend-ClusterNode -Name Demo1 -Drain -ForceDrain:$false',
        "Set-ClusterOwnerNode -Group FS1 -Owners Demo1, 'Demo 2'",
      ].join('\n'),
    );
  });

  it('writes pipelines and properties', () => {
    expect(
      scriptText([
        pipeline(
          cmdletCall('Get-ClusterResource', { Name: 'LUN7' }),
          cmdletCall('Remove-ClusterResource', { Force: true }),
        ),
        setProperty(cmdletCall('Get-ClusterGroup', { Name: 'SQL-01' }), 'Priority', 3000),
      ]),
    ).toBe(
      "Get-ClusterResource -Name LUN7 | Remove-ClusterResource -Force\n(Get-ClusterGroup -Name 'SQL-01').Priority = 3000",
    );
  });

  it('lets no name out of its quotes, whichever quote it has in it', () => {
    expect(scriptText([call('Get-ClusterGroup', { Name: "a'; b" })])).toBe("Get-ClusterGroup -Name 'a''; b'");
    expect(scriptText([call('Get-ClusterGroup', { Name: 'a\u2019; b' })])).toBe(
      "Get-ClusterGroup -Name 'a\u2019\u2019; b'",
    );
  });
});

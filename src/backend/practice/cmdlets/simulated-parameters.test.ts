import { describe, expect, onTestFinished, test } from 'vitest';
import type { JsonValue } from '#shared/model/operation';
import reference from '../../../../scripts/generate/reference/module-syntax.json';
import { practiceRig, practiceScenario } from '../../../../tests/support/practice-rig';
import { simulatedCmdlets, type SimulatedCmdlet } from './cmdlet-table';
import { takesParameter } from './simulated-parameters';

type Given = { readonly [name: string]: JsonValue };

/** Names of all parameters that the real cmdlet has, of every set. */
function parametersOf(cmdlet: string): readonly string[] {
  for (const cmdlets of Object.values(reference.modules) as readonly Readonly<
    Record<string, { readonly sets: Readonly<Record<string, string>> }>
  >[]) {
    const sets = Object.values(cmdlets[cmdlet]?.sets ?? {});
    if (cmdlet in cmdlets) return [...new Set(sets.flatMap((set) => set.match(/(?<=^| )\w+(?=:)/g) ?? []))];
  }
  return [];
}

const known = simulatedCmdlets.filter((cmdlet) => parametersOf(cmdlet).length > 0);

/**
 * What parameters change. `call` is compared with itself and one of `with` more, and with itself without one of its own.
 */
const examples: { readonly [Name in SimulatedCmdlet]?: { readonly call: Given; readonly with?: Given } } = {
  'Add-ClusterDisk': { call: { InputObject: { $type: 'ClusterDiskInfo', Name: 'Spare' } } },
  'Add-ClusterFileServerRole': {
    call: { Storage: ['Spare'] },
    with: { Name: 'FS2', StaticAddress: ['192.168.100.70'], Wait: 0 },
  },
  'Add-ClusterGenericApplicationRole': {
    call: { CommandLine: 'a.exe' },
    with: { Name: 'App', Storage: ['Spare'], StaticAddress: ['192.168.100.70'], Wait: 0 },
  },
  'Add-ClusterGenericScriptRole': {
    call: { ScriptFilePath: 'a.vbs' },
    with: { Name: 'Script', Storage: ['Spare'], StaticAddress: ['192.168.100.70'], Wait: 0 },
  },
  'Add-ClusterGenericServiceRole': {
    call: { ServiceName: 'Spooler' },
    with: { Name: 'Print', Storage: ['Spare'], StaticAddress: ['192.168.100.70'], Wait: 0 },
  },
  'Add-ClusteriSCSITargetServerRole': {
    call: { Storage: ['Spare'] },
    with: { Name: 'Target', StaticAddress: ['192.168.100.70'], Wait: 0 },
  },
  'Add-ClusterGroup': { call: { Name: ['New'] }, with: { GroupType: 'DhcpServer' } },
  'Add-ClusterNode': { call: { Name: ['Demo3'] } },
  'Add-ClusterResource': { call: { Name: 'Extra', Group: 'FS1', ResourceType: 'Generic Service' } },
  'Add-ClusterResourceDependency': { call: { Resource: 'FS1', Provider: 'IP Address 192.168.100.60' } },
  'Add-ClusterSharedVolume': { call: { Name: ['Spare'] } },
  'Add-ClusterVirtualMachineRole': {
    call: { VMName: 'NEW' },
    with: { Name: 'Other', VMId: '00000000-0000-4000-8000-000000000000' },
  },
  'Get-Cluster': { call: {}, with: { Name: 'OTHER', Domain: 'other.com' } },
  'Get-ClusterAccess': { call: {}, with: { User: ['BUILTIN\\Administrators'] } },
  'Get-ClusterGroup': { call: {}, with: { Name: ['VM1'], VMId: '00000000-0000-4000-8000-000000000000' } },
  'Get-ClusterLog': { call: {}, with: { Node: ['Demo1'], Destination: 'C:\\Logs', TimeSpan: 5, UseLocalTime: true } },
  'Get-ClusterNetwork': { call: {}, with: { Name: ['Private'] } },
  'Get-ClusterNetworkInterface': {
    call: {},
    with: { Name: ['Demo1 - Private'], Node: ['Demo1'], Network: ['Private'] },
  },
  'Get-ClusterNode': { call: {}, with: { Name: ['Demo2'] } },
  'Get-ClusterOwnerNode': { call: { Resource: 'FS1' }, with: { Group: 'FS1', ResourceType: 'File Server' } },
  'Get-ClusterParameter': {
    call: { InputObject: { $type: 'ClusterResource', Name: 'FS1 Network Name' } },
    with: { Name: ['DnsName'] },
  },
  'Get-ClusterResource': { call: {}, with: { Name: ['FS1'], VMId: '00000000-0000-4000-8000-000000000000' } },
  'Get-ClusterResourceDependency': { call: {}, with: { Resource: ['FS1'], Guid: true } },
  'Get-ClusterResourceDependencyReport': { call: { Group: 'FS1' } },
  'Get-ClusterResourceType': { call: {}, with: { Name: ['File Server'] } },
  'Get-ClusterSharedVolume': { call: {}, with: { Name: ['none*'] } },
  'Get-ClusterSharedVolumeState': { call: {}, with: { Name: ['none*'], Node: ['Demo1'] } },
  'Move-ClusterGroup': { call: { Name: 'FS1' }, with: { Node: 'Demo1', Wait: 0 } },
  'Move-ClusterResource': { call: { Name: 'Spare', Group: 'FS1' } },
  'Move-ClusterSharedVolume': { call: { Name: 'CSV1' }, with: { Node: 'Demo1' } },
  'Move-ClusterVirtualMachineRole': {
    call: { Name: 'VM1' },
    with: {
      Node: 'Demo1',
      Cancel: true,
      MigrationType: 'Quick',
      VMId: '00000000-0000-4000-8000-000000000000',
      Wait: 0,
    },
  },
  'New-Cluster': {
    call: { Name: 'NEW', Node: ['Demo1', 'Demo2'] },
    with: { StaticAddress: ['192.168.100.51'], NoStorage: true },
  },
  'Remove-ClusterGroup': {
    call: { Name: ['FS1'] },
    with: { RemoveResources: true, VMId: '00000000-0000-4000-8000-000000000000' },
  },
  'Remove-ClusterNode': { call: { Name: ['Demo2'] } },
  'Remove-ClusterResource': { call: { Name: ['FS1'] } },
  'Remove-ClusterResourceDependency': { call: { Resource: 'FS1', Provider: 'LUN7' } },
  'Remove-ClusterSharedVolume': { call: { Name: ['CSV1'] } },
  'Resume-ClusterNode': { call: {}, with: { Name: ['Demo2'], Failback: 'Immediate' } },
  'Resume-ClusterResource': { call: { Name: 'CSV1' } },
  'Set-ClusterOwnerNode': { call: { Group: 'FS1', Owners: ['Demo2'] } },
  'Set-ClusterParameter': {
    call: { InputObject: { $type: 'ClusterResource', Name: 'FS1 Network Name' }, Name: 'HostRecordTTL', Value: 300 },
  },
  'Set-ClusterQuorum': {
    call: { CloudWitness: true, AccountName: 'one' },
    with: {
      AccountName: 'two',
      Endpoint: 'elsewhere',
      DiskOnly: 'Quorum',
      DiskWitness: 'Spare',
      FileShareWitness: 'x',
      NoWitness: true,
    },
  },
  'Set-ClusterResourceDependency': { call: { Resource: 'FS1', Dependency: '[LUN7]' } },
  'Start-Cluster': { call: {}, with: { Name: 'OTHER', Wait: 0 } },
  'Start-ClusterGroup': { call: { Name: 'VM3' }, with: { Wait: 0 } },
  'Start-ClusterNode': {
    call: { Name: ['Demo2'] },
    with: { ForceQuorum: true, PreventQuorum: true, ClearQuarantine: true },
  },
  'Start-ClusterResource': { call: { Name: 'Virtual Machine VM3' }, with: { Wait: 0 } },
  'Stop-Cluster': { call: {}, with: { Wait: 0 } },
  'Stop-ClusterGroup': { call: { Name: 'FS1' }, with: { Wait: 0 } },
  'Stop-ClusterNode': { call: { Name: ['Demo2'] } },
  'Stop-ClusterResource': { call: { Name: 'FS1' }, with: { Wait: 0 } },
  'Suspend-ClusterNode': {
    call: { Name: ['Demo1'], Drain: true },
    with: { Name: ['Demo2'], Wait: true, TargetNode: 'Demo9' },
  },
  'Suspend-ClusterResource': { call: { Name: 'CSV1' } },
  'Test-Cluster': {
    call: { Include: ['Network'] },
    with: { Node: ['Demo1'], ReportName: 'mine', List: true, Ignore: ['network'] },
  },
  'Test-ClusterResourceFailure': { call: { Name: 'FS1' } },
  'Update-ClusterVirtualMachineConfiguration': {
    call: { Name: 'Virtual Machine Configuration VM1' },
  },
  'Get-VM': {
    call: {},
    with: {
      Name: ['VM2'],
      Id: '00000000-0000-4000-8000-000000000000',
      ClusterObject: { $type: 'ClusterGroup', Name: 'VM3' },
    },
  },
  'Get-VMHardDiskDrive': {
    call: { VMName: ['VM1'] },
    with: {
      VM: { $type: 'VirtualMachine', Name: 'VM9' },
      ControllerLocation: 1,
      ControllerNumber: 1,
      ControllerType: 'IDE',
    },
  },
  'Get-VMMigrationNetwork': { call: {}, with: { Subnet: ['10.10.10.0/24'], Priority: [1] } },
  'Move-VMStorage': {
    call: { Name: 'VM1', DestinationStoragePath: 'C:\\ClusterStorage\\Volume1\\x' },
    with: { VM: { $type: 'VirtualMachine', Name: 'VM9' } },
  },
  'New-VM': {
    call: { Path: 'C:\\ClusterStorage\\Volume1' },
    with: { Name: 'N', MemoryStartupBytes: 1024 ** 3, NewVHDPath: 'D:\\x.vhdx', Generation: 1 },
  },
  'Save-VM': { call: { Name: ['VM1'] }, with: { VM: { $type: 'VirtualMachine', Name: 'VM9' }, Passthru: true } },
  'Set-VM': {
    call: { Name: ['VM1'], ProcessorCount: 8 },
    with: { VM: { $type: 'VirtualMachine', Name: 'VM9' }, MemoryStartupBytes: 1024 ** 3, Passthru: true },
  },
  'Set-VMMemory': {
    call: { VMName: ['VM1'], StartupBytes: 1024 ** 3 },
    with: { VM: { $type: 'VirtualMachine', Name: 'VM9' } },
  },
  'Set-VMProcessor': { call: { VMName: ['VM1'], Count: 8 }, with: { VM: { $type: 'VirtualMachine', Name: 'VM9' } } },
  'Start-VM': { call: { Name: ['VM1'] }, with: { VM: { $type: 'VirtualMachine', Name: 'VM9' }, Passthru: true } },
  'Stop-VM': {
    call: { Name: ['VM1'] },
    with: { VM: { $type: 'VirtualMachine', Name: 'VM9' }, Passthru: true, Save: true, TurnOff: true },
  },
};

/** Parameters that mean nothing on the practice cluster as it is: each with the reason. */
const meaningless: Readonly<Record<string, string>> = {
  Force: 'asks nothing: that is done where PowerShell is',
  Credential: 'every account is an administrator',
  AccessKey: 'no cloud is called',
  NewVHDSizeBytes: 'a new disk has no size of its own',
};

/** Commands that the simulated cluster carries out at once: there is nothing to wait for. */
const atOnce: readonly SimulatedCmdlet[] = [
  'Move-ClusterSharedVolume',
  'Remove-ClusterNode',
  'Start-ClusterNode',
  'Stop-ClusterNode',
];

/** Parameters that stand instead of others: a call without each, and one with it. */
const instead: Readonly<Record<string, readonly [without: Given, with_: Given]>> = {
  'Add-ClusterVirtualMachineRole VirtualMachine': [{}, { VirtualMachine: 'NEW' }],
  'Get-ClusterResourceDependencyReport Resource': [{}, { Resource: 'LUN7' }],
  'Set-ClusterOwnerNode Resource': [{ Owners: ['Demo2'] }, { Owners: ['Demo2'], Resource: 'FS1' }],
  'Set-ClusterParameter Multiple': [
    { InputObject: { $type: 'ClusterResource', Name: 'FS1 Network Name' } },
    { InputObject: { $type: 'ClusterResource', Name: 'FS1 Network Name' }, Multiple: { HostRecordTTL: 5 } },
  ],
  'Update-ClusterVirtualMachineConfiguration VMId': [{}, { VMId: '00000000-0000-4000-8000-000000000000' }],
};

/** Cmdlets that answer nothing before something else was done. */
const before: { readonly [Name in SimulatedCmdlet]?: readonly [cmdlet: SimulatedCmdlet, parameters: Given] } = {
  'Add-ClusterDisk': ['Remove-ClusterResource', { Name: ['Spare'] }],
  'Add-ClusterVirtualMachineRole': ['New-VM', { Name: 'NEW', Path: 'C:\\ClusterStorage\\Volume1' }],
  'Get-ClusterAvailableDisk': ['Remove-ClusterResource', { Name: ['Spare'] }],
  'New-Cluster': ['Remove-Cluster', {}],
  'Resume-ClusterNode': ['Suspend-ClusterNode', { Name: ['Demo1'], Drain: true, Wait: true }],
  'Resume-ClusterResource': ['Suspend-ClusterResource', { Name: 'CSV1' }],
  'Start-Cluster': ['Stop-Cluster', {}],
  'Start-ClusterNode': ['Stop-ClusterNode', { Name: ['Demo2'] }],
  'Set-VM': ['Stop-VM', { Name: ['VM1', 'VM2'], TurnOff: true }],
  'Set-VMMemory': ['Stop-VM', { Name: ['VM1', 'VM2'], TurnOff: true }],
  'Set-VMProcessor': ['Stop-VM', { Name: ['VM1', 'VM2'], TurnOff: true }],
  'Start-VM': ['Save-VM', { Name: ['VM1'] }],
};

/** All that a call comes to: what it answers, what the cluster is like then, what it was told to do, and how long it took. */
async function outcome(cmdlet: SimulatedCmdlet, parameters: Given): Promise<string> {
  const rig = await practiceRig(practiceScenario);
  try {
    const first = before[cmdlet];
    if (first !== undefined) await rig.run(...first);
    const answer = await rig.ask({ ask: 'cmdlet', cmdlet, parameters });
    const { time, snapshot } = { time: rig.cluster.clock()?.now, snapshot: rig.cluster.view().snapshot };
    return JSON.stringify([answer, time, snapshot], null, 1);
  } finally {
    await rig.close();
  }
}

const elsewhere: Given = { Cluster: 'OTHER', ComputerName: ['elsewhere'] };

describe('every parameter of a simulated cmdlet', () => {
  test.each(known)('%s: is simulated, or is refused by name', async (cmdlet) => {
    const rig = await practiceRig(practiceScenario);
    onTestFinished(() => rig.close());
    for (const parameter of parametersOf(cmdlet)) {
      if (takesParameter(cmdlet, parameter)) continue;
      expect(await rig.failure(cmdlet, { [parameter]: 'x' }), parameter).toMatchObject({
        category: 'NotImplemented',
        fqid: 'NotSimulated',
        message: `${cmdlet} -${parameter} is not simulated by Regroup's practice cluster.`,
      });
    }
  });

  test.each(known)('%s: has an effect', { timeout: 120_000 }, async (cmdlet) => {
    const { call = {}, with: more = {} } = examples[cmdlet] ?? {};
    const usual = await outcome(cmdlet, call);
    for (const parameter of parametersOf(cmdlet).filter((name) => takesParameter(cmdlet, name))) {
      if (Object.hasOwn(meaningless, parameter) || parameter === 'InputObject') continue;
      if (parameter === 'Wait' && atOnce.includes(cmdlet)) continue;
      const pair = instead[`${cmdlet} ${parameter}`];
      if (pair !== undefined) {
        expect.soft(await outcome(cmdlet, pair[1]), parameter).not.toBe(await outcome(cmdlet, pair[0]));
        continue;
      }
      const value = elsewhere[parameter] ?? more[parameter];
      const { [parameter]: own, ...rest } = call;
      expect.soft(value ?? own, `${cmdlet} -${parameter} has no example`).toBeDefined();
      const other = await outcome(cmdlet, value === undefined ? rest : { ...call, [parameter]: value });
      expect.soft(other === usual, `${cmdlet} -${parameter} changes nothing`).toBe(false);
      if (parameter in elsewhere) expect.soft(other).toContain('"win32": 1722');
    }
  });

  test('that is told of here is one of the real cmdlet', () => {
    for (const [cmdlet, { call, with: more = {} }] of Object.entries(examples))
      for (const parameter of Object.keys({ ...call, ...more }))
        expect(parametersOf(cmdlet), `${cmdlet} -${parameter}`).toContain(parameter);
  });
});

describe('-InputObject', () => {
  const cmdlets = known.filter((cmdlet) => takesParameter(cmdlet, 'InputObject'));

  test.each(cmdlets)('%s takes no object of another type, and no two at once', async (cmdlet) => {
    const rig = await practiceRig(practiceScenario);
    onTestFinished(() => rig.close());
    const stranger = { $type: 'VMHost', Name: 'Demo1' };
    expect(await rig.failure(cmdlet, { InputObject: stranger })).toMatchObject({ category: 'InvalidArgument' });
    expect(await rig.failure(cmdlet, { InputObject: [stranger, stranger] })).toMatchObject({ win32: 87 });
  });

  test.each(['Suspend-ClusterNode', 'Stop-ClusterNode', 'Start-ClusterGroup'])(
    '%s does not take the cluster for one of its parts',
    async (cmdlet) => {
      const rig = await practiceRig(practiceScenario);
      onTestFinished(() => rig.close());
      const failure = await rig.failure(cmdlet, { InputObject: { $type: 'Cluster', Name: 'HVCLUSTER' } });
      expect(failure.message).toContain('and not a Cluster (HVCLUSTER)');
    },
  );

  test('of another cluster is refused', async () => {
    const rig = await practiceRig(practiceScenario);
    onTestFinished(() => rig.close());
    expect(await rig.failure('Get-ClusterNode', { InputObject: { $type: 'Cluster', Name: 'OTHER' } })).toMatchObject({
      win32: 1722,
    });
  });
});

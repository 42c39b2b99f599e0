import type { SimulatedCmdlet } from '#backend/practice/cmdlets/cmdlet-table';
import type { JsonValue } from '#shared/model/operation';

/** Parameters of a call. */
export type Given = { readonly [name: string]: JsonValue };

/**
 * What parameters change. `call` is compared with itself and one of `with` more, and with itself without one of its own.
 */
export const examples: { readonly [Name in SimulatedCmdlet]?: { readonly call: Given; readonly with?: Given } } = {
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
export const meaningless: Readonly<Record<string, string>> = {
  Force: 'asks nothing: that is done where PowerShell is',
  Credential: 'every account is an administrator',
  AccessKey: 'no cloud is called',
  NewVHDSizeBytes: 'a new disk has no size of its own',
};

/** Commands that the simulated cluster carries out at once: there is nothing to wait for. */
export const atOnce: readonly SimulatedCmdlet[] = [
  'Move-ClusterSharedVolume',
  'Remove-ClusterNode',
  'Start-ClusterNode',
  'Stop-ClusterNode',
];

/** Parameters that stand instead of others: a call without each, and one with it. */
export const instead: Readonly<Record<string, readonly [without: Given, with_: Given]>> = {
  'Add-ClusterVirtualMachineRole VirtualMachine': [{}, { VirtualMachine: 'NEW' }],
  'Get-ClusterResourceDependencyReport Resource': [{}, { Resource: 'LUN7' }],
  'Set-ClusterOwnerNode Resource': [{ Owners: ['Demo2'] }, { Owners: ['Demo2'], Resource: 'FS1' }],
  'Set-ClusterParameter Multiple': [
    { InputObject: { $type: 'ClusterResource', Name: 'FS1 Network Name' } },
    { InputObject: { $type: 'ClusterResource', Name: 'FS1 Network Name' }, Multiple: { HostRecordTTL: 5 } },
  ],
  'Update-ClusterVirtualMachineConfiguration VMId': [{}, { VMId: '00000000-0000-4000-8000-000000000000' }],
};

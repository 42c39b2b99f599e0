import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { practiceRig, practiceScenario, type PracticeRig } from '../../../../tests/support/practice-rig';
import type { PracticeObject } from '../practice-object';

let rig: PracticeRig;
beforeEach(async () => {
  rig = await practiceRig(practiceScenario);
});
afterEach(() => rig.close());

const ref = ($type: string, Name: string): PracticeObject => ({ $type, Name });
const view = () => rig.cluster.view();
const owner = (role: string) => view().role(role)?.ownerNode;

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

describe('the cluster', () => {
  test('takes properties, a quorum and networks', async () => {
    const cluster = ref('Cluster', 'HVCLUSTER');
    await rig.set(cluster, 'SameSubnetThreshold', 20);
    await rig.set(cluster, 'ResiliencyDefaultPeriod', 60);
    await expect(rig.set(cluster, 'AutoBalancerLevel', 3)).rejects.toThrow('not simulated');
    expect(await rig.one('Get-Cluster')).toMatchObject({
      SameSubnetThreshold: 20,
      ResiliencyDefaultPeriod: 60,
      AutoBalancerLevel: 1,
    });
    await expect(rig.set(cluster, 'Name', 'X')).rejects.toThrow('not simulated');
    expect(await rig.one('Set-ClusterQuorum', { FileShareWitness: '\\\\DC\\Witness' })).toMatchObject({
      QuorumResource: { ResourceType: { DisplayName: 'File Share Quorum Witness' } },
    });
    expect(await rig.one('Set-ClusterQuorum', { NoWitness: true })).toMatchObject({ QuorumResource: null });
    expect(await rig.failure('Set-ClusterQuorum', { NoWitness: true, DiskOnly: 'Quorum' })).toMatchObject({
      win32: 87,
    });
    await rig.set(ref('ClusterNode', 'Demo2'), 'NodeWeight', 0);
    expect(view().node('Demo2')?.nodeWeight).toBe(0);
  });

  test('a network keeps its identity when it is renamed', async () => {
    const network = await rig.one('Get-ClusterNetwork', { Name: 'iSCSI' });
    await rig.set(network, 'Name', 'Storage');
    await rig.set(network, 'Role', 'Cluster');
    expect(await rig.one('Get-ClusterNetwork', { Name: 'Storage' })).toMatchObject({ Role: 'Cluster' });
  });

  test('networks of live migrations are private properties of the type', async () => {
    const type = await rig.one('Get-ClusterResourceType', { Name: 'Virtual Machine' });
    const ids = Object.fromEntries(view().snapshot.networks.map(({ name, id }) => [name, id]));
    const set = (Name: string, Value: string) => rig.run('Set-ClusterParameter', { InputObject: type, Name, Value });
    await set('MigrationExcludeNetworks', String(ids['iSCSI']));
    await set('MigrationNetworkOrder', `${ids['Public'] ?? ''};${ids['Private'] ?? ''}`);
    expect(view().snapshot.networks.map(({ name, liveMigrationOrder }) => [name, liveMigrationOrder])).toEqual([
      ['Public', 1],
      ['Private', 2],
      ['iSCSI', null],
    ]);
    const [order] = await rig.run('Get-ClusterParameter', { InputObject: type, Name: 'MigrationNetworkOrder' });
    expect(order?.['Value']).toBe(`${ids['Public'] ?? ''};${ids['Private'] ?? ''}`);
    expect(await rig.run('Get-VMMigrationNetwork', { ComputerName: 'Demo2' })).toMatchObject([
      { Subnet: '192.168.100.0/24', Priority: 1 },
      { Subnet: '10.10.10.0/24', Priority: 2 },
    ]);
  });

  test('stops, and answers nothing but what starts it (1753)', async () => {
    await rig.run('Stop-Cluster', { Force: true });
    expect(await rig.failure('Get-ClusterNode')).toMatchObject({ win32: 1753, fqid: 'ClusterEndpointNotRegistered' });
    expect(await rig.one('Start-Cluster')).toMatchObject({ Name: 'HVCLUSTER' });
    expect(await rig.run('Get-ClusterNode')).toHaveLength(2);
  });

  test('loses and gets back nodes', async () => {
    expect(await rig.one('Stop-ClusterNode', { Name: 'Demo2' })).toMatchObject({ State: 'Down' });
    expect(await rig.one('Start-ClusterNode', { Name: 'Demo2' })).toMatchObject({ State: 'Up' });
    expect(await rig.failure('Add-ClusterNode', { Name: 'Demo2' })).toMatchObject({ win32: 5065 });
    await rig.run('Remove-ClusterNode', { Name: 'Demo2', Force: true });
    expect(view().snapshot.operations.at(-1)).toMatchObject({ command: 'node.evict', outcome: 'succeeded' });
    expect(await rig.failure('Suspend-ClusterNode', { Name: 'Demo1', Drain: true, ForceDrain: true })).toMatchObject({
      fqid: 'NotSimulated',
    });
  });

  test('is validated, with a report as a file, and its log is written', async () => {
    const ask = (cmdlet: string, parameters: Record<string, string | number>) =>
      rig.ask({ ask: 'cmdlet', cmdlet, parameters });
    const validated = await ask('Test-Cluster', { ReportName: 'mine' });
    expect(validated.files).toMatchObject([{ name: 'mine.html', folder: null }]);
    expect(validated.files[0]?.text).toContain('Validate IP Configuration');
    const log = await ask('Get-ClusterLog', { Node: 'demo1', Destination: 'C:\\Logs' });
    expect(log.files).toMatchObject([{ name: 'Demo1_cluster.log', folder: 'C:\\Logs' }]);
    expect(log.files[0]?.text).toContain('SIMULATED cluster HVCLUSTER');
    const report = await ask('Get-ClusterResourceDependencyReport', { Group: 'fs1' });
    expect(report.files).toMatchObject([{ name: 'Dependencies of FS1.html', folder: null }]);
    expect(report.files[0]?.text).toContain('LUN7');
    expect(await rig.failure('Get-ClusterLog', { Node: '..\\..\\x' })).toMatchObject({ win32: 5042 });
  });
});

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

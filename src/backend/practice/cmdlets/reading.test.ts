import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PracticeObject } from '../practice-object';
import { practiceRig, practiceScenario, type PracticeRig } from '../../../../tests/support/practice-rig';
import { simulatedCmdlets } from './cmdlet-table';

let rig: PracticeRig;
beforeAll(async () => {
  rig = await practiceRig(practiceScenario);
});
afterAll(() => rig.close());

const names = (objects: readonly PracticeObject[]) => objects.map((object) => object['Name']);
const ref = ($type: string, Name: string): PracticeObject => ({ $type, Name });

describe('reading', () => {
  test('the cluster, with delays in milliseconds and periods in seconds', async () => {
    expect(await rig.one('Get-Cluster')).toMatchObject({
      $type: 'Cluster',
      Name: 'HVCLUSTER',
      Domain: 'sws.com',
      SameSubnetDelay: 1000,
      SameSubnetThreshold: 10,
      ResiliencyDefaultPeriod: 240,
      QuarantineDuration: 7200,
      EnableSharedVolumes: 'Enabled',
    });
  });

  test('nodes by name, by wildcard, in the given order, each once', async () => {
    expect(names(await rig.run('Get-ClusterNode'))).toEqual(['Demo1', 'Demo2']);
    expect(names(await rig.run('Get-ClusterNode', { Name: ['demo2', 'D*1', '*'] }))).toEqual(['Demo2', 'Demo1']);
    expect(names(await rig.run('Get-ClusterNode', { Name: ['nothing*'] }))).toEqual([]);
    expect(await rig.one('Get-ClusterNode', { Name: 'DEMO1' })).toMatchObject({
      Id: '1',
      State: 'Up',
      StatusInformation: 'Normal',
      DrainStatus: 'NotInitiated',
      NodeWeight: 1,
      BuildNumber: 20348,
      MajorVersion: 10,
    });
  });

  test('goes on after a name that does not exist', async () => {
    const { objects, errors, failure } = await rig.ask({
      ask: 'cmdlet',
      cmdlet: 'Get-ClusterNode',
      parameters: { Name: ['Nowhere', 'Demo1'] },
    });
    expect(names(objects)).toEqual(['Demo1']);
    expect(errors).toMatchObject([{ win32: 5042, category: 'ObjectNotFound', fqid: 'ClusterNodeNotFound' }]);
    expect(failure).toBeNull();
  });

  test.each([
    ['Get-ClusterGroup', 5013, 'ClusterGroupNotFound'],
    ['Get-ClusterResource', 5007, 'ClusterResourceNotFound'],
    ['Get-ClusterNetwork', 5045, 'ClusterNetworkNotFound'],
  ])('%s of a name that does not exist is error %i', async (cmdlet, win32, fqid) => {
    expect(await rig.failure(cmdlet, { Name: 'nowhere' })).toMatchObject({ win32, fqid });
  });

  test('groups of a node, the group of a resource, the group of a machine', async () => {
    const onDemo2 = await rig.run('Get-ClusterGroup', { InputObject: ref('ClusterNode', 'Demo2') });
    expect(names(onDemo2)).toEqual(['VM3']);
    const [ofResource] = await rig.run('Get-ClusterGroup', { InputObject: ref('ClusterResource', 'LUN7') });
    expect(ofResource).toMatchObject({ Name: 'FS1', GroupType: 'FileServer', OwnerNode: { Name: 'Demo1' } });
    const machine = await rig.one('Get-VM', { ClusterObject: ref('ClusterGroup', 'VM1') });
    expect(names(await rig.run('Get-ClusterGroup', { VMId: machine['Id'] ?? '' }))).toEqual(['VM1']);
    expect(await rig.failure('Get-ClusterGroup', { VMId: '00000000-0000-4000-8000-000000000000' })).toMatchObject({
      win32: 5013,
    });
  });

  test('resources of a group, with type, owner and dependencies', async () => {
    const resources = await rig.run('Get-ClusterResource', { InputObject: ref('ClusterGroup', 'FS1') });
    expect(names(resources)).toEqual(['LUN7', 'IP Address 192.168.100.60', 'FS1 Network Name', 'FS1']);
    expect(resources[3]).toMatchObject({
      State: 'Online',
      OwnerGroup: { $type: 'ClusterGroup', Name: 'FS1' },
      ResourceType: { Name: 'File Server' },
    });
    const dependency = await rig.one('Get-ClusterResourceDependency', { Resource: 'FS1' });
    expect(dependency['DependencyExpression']).toBe('([FS1 Network Name]) and ([LUN7])');
  });

  test('private properties of machines, addresses and names', async () => {
    const read = async (resource: string, name: string) => {
      const parameter = await rig.one('Get-ClusterParameter', {
        InputObject: ref('ClusterResource', resource),
        Name: name,
      });
      return parameter['Value'];
    };
    const machine = await rig.one('Get-VM', { Name: 'VM1' });
    expect(await read('Virtual Machine VM1', 'VmId')).toBe(machine['Id']);
    expect(await read('Virtual Machine VM1', 'MigrationState')).toEqual({ $type: 'UInt32', Value: 0 });
    expect(await read('IP Address 192.168.100.60', 'address')).toBe('192.168.100.60');
    expect(await read('IP Address 192.168.100.60', 'SubnetMask')).toBe('255.255.255.0');
    expect(await read('FS1 Network Name', 'DnsName')).toBe('FS1');
    expect(
      await rig.failure('Get-ClusterParameter', { InputObject: ref('ClusterResource', 'FS1'), Name: 'x' }),
    ).toMatchObject({
      category: 'InvalidArgument',
    });
  });

  test('networks and interfaces, filtered by node and network', async () => {
    expect(await rig.one('Get-ClusterNetwork', { Name: 'Private' })).toMatchObject({
      State: 'Up',
      Role: 'Cluster',
      Address: '10.10.10.0',
      AddressMask: '255.255.255.0',
    });
    const found = await rig.run('Get-ClusterNetworkInterface', { Node: ['demo2'], Network: ['private'] });
    expect(names(found)).toEqual(['Demo2 - Private']);
    const piped = await rig.run('Get-ClusterNetworkInterface', { InputObject: ref('ClusterNetwork', 'Public') });
    expect(names(piped)).toEqual(['Demo1 - Public', 'Demo2 - Public']);
  });

  test('shared volumes and how each node reaches them', async () => {
    expect(await rig.one('Get-ClusterSharedVolume')).toMatchObject({
      Name: 'CSV1',
      State: 'Online',
      OwnerNode: { Name: 'Demo1' },
      SharedVolumeInfo: [{ FriendlyVolumeName: 'C:\\ClusterStorage\\Volume1', Partition: { Size: 500 * 1024 ** 3 } }],
    });
    const states = await rig.run('Get-ClusterSharedVolumeState', { Name: 'CSV1' });
    expect(states).toMatchObject([
      { Node: 'Demo1', StateInfo: 'Direct' },
      { Node: 'Demo2', StateInfo: 'Direct' },
    ]);
  });

  test('the witness', async () => {
    expect(await rig.one('Get-ClusterQuorum')).toMatchObject({
      QuorumType: 'Majority',
      QuorumResource: { Name: 'Quorum', ResourceType: { DisplayName: 'Physical Disk' } },
    });
  });

  test('owners: preferred ones of a group, possible ones of a resource', async () => {
    expect(await rig.one('Get-ClusterOwnerNode', { Group: 'VM1' })).toMatchObject({ OwnerNodes: [] });
    expect(await rig.one('Get-ClusterOwnerNode', { Resource: 'FS1' })).toMatchObject({
      OwnerNodes: [{ Name: 'Demo1' }, { Name: 'Demo2' }],
    });
    expect(await rig.failure('Get-ClusterOwnerNode')).toMatchObject({ category: 'InvalidArgument' });
  });

  test('machines of one host, and of the host that is named', async () => {
    expect(names(await rig.run('Get-VM'))).toEqual(['VM1', 'VM2']);
    expect(names(await rig.run('Get-VM', { ComputerName: ['Demo2.sws.com'] }))).toEqual(['VM3']);
    expect(await rig.one('Get-VM', { Name: 'VM2' })).toMatchObject({
      State: 'Running',
      MemoryStartup: 2 * 1024 ** 3,
      ComputerName: 'Demo1',
      IsClustered: true,
      HardDrives: [{ Path: 'C:\\ClusterStorage\\Volume1\\VM2\\VM2.vhdx' }],
    });
    expect(await rig.failure('Get-VM', { Name: 'VM3' })).toMatchObject({ category: 'ObjectNotFound' });
    expect(await rig.failure('Get-VM', { ComputerName: 'elsewhere' })).toMatchObject({ win32: 1722 });
    expect(await rig.one('Get-VMHost', { ComputerName: 'Demo2' })).toMatchObject({
      FullyQualifiedDomainName: 'Demo2.sws.com',
      MemoryCapacity: 64 * 1024 ** 3,
    });
  });

  test('for how long a machine runs: since its last start, and not at all while it is off', async () => {
    const uptime = async (Name: string) => (await rig.one('Get-VM', { Name }))['Uptime'];
    const before = Number(await uptime('VM2'));
    await rig.run('Step-RegroupClock', { Seconds: 600 });
    expect(await uptime('VM2')).toBe(before + 600_000);
    await rig.run('Stop-VM', { Name: 'VM2', TurnOff: true });
    expect(await uptime('VM2')).toBe(0);
    await rig.run('Start-VM', { Name: 'VM2' });
    await rig.run('Step-RegroupClock', { Seconds: 300 });
    expect(Number(await uptime('VM2')) - 300_000).toBeLessThan(60_000);
  });

  test('who may do what', async () => {
    const rules = await rig.run('Get-ClusterAccess', { User: ['builtin\\administrators'] });
    expect(rules).toMatchObject([{ AccessControlType: 'Allow', ClusterRights: 'Full' }]);
  });

  test('what an object inside another one only names', async () => {
    const object = ref('ClusterNode', 'Demo1');
    expect((await rig.ask({ ask: 'object', object })).objects).toMatchObject([{ Name: 'Demo1', State: 'Up' }]);
    const gone = await rig.ask({ ask: 'object', object: ref('ClusterNode', 'Demo9') });
    expect(gone.failure).toMatchObject({ win32: 5042 });
  });
});

describe('-Cluster', () => {
  test.each(['HVCLUSTER', 'hvcluster.sws.com', '.', 'Demo2'])('%s is this cluster', async (Cluster) => {
    expect(await rig.run('Get-ClusterNode', { Cluster })).toHaveLength(2);
  });

  test.each(['OTHER', 'HVCLUSTER.other.com'])('%s is another one, which cannot be reached', async (Cluster) => {
    const failure = await rig.failure('Get-ClusterNode', { Cluster });
    expect(failure).toMatchObject({ win32: 1722, category: 'ConnectionError' });
    expect(failure.message).toContain('can reach no other');
    expect(await rig.failure('Get-Cluster', { Name: Cluster })).toMatchObject({ win32: 1722 });
  });
});

describe('cmdlets that are not simulated', () => {
  test.each(['Grant-ClusterAccess', 'Checkpoint-VM', 'constructor-x'])('%s says so', async (cmdlet) => {
    const failure = await rig.failure(cmdlet);
    expect(failure).toMatchObject({ category: 'NotImplemented', fqid: 'NotSimulated' });
    expect(failure.message).toBe(`${cmdlet} is not simulated by Regroup's practice cluster.`);
  });

  test('what is no name of a cmdlet is refused', async () => {
    expect(await rig.failure('constructor')).toMatchObject({ fqid: 'NoCmdlet' });
    expect(simulatedCmdlets).toContain('Get-ClusterNode');
  });
});

import { describe, expect, test } from 'vitest';
import { ref, rigOfEachTest } from '../../../../tests/support/rig-of-each-test';

const rig = rigOfEachTest();
const { view } = rig;

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

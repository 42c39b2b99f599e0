import type { z } from 'zod';
import type { catalogue, CommandName } from '#shared/commands/catalogue';

/** What may be written as the input of a command, before defaults. */
export type RawInput<Name extends CommandName> = z.input<(typeof catalogue)[Name]['input']>;

/**
 * Valid inputs of every command, each with all its fields at least once, on the objects of `sampleSnapshot`. Whoever adds
 * a command adds samples: tests of schemas, scripts and handlers go through this list.
 */
export const commandSamples: { readonly [Name in CommandName]: readonly RawInput<Name>[] } = {
  'cluster.create': [
    { name: 'NEWCLUSTER', nodes: ['Demo1', 'Demo2'] },
    { name: 'NEWCLUSTER', nodes: ['Demo1'], addresses: ['192.168.100.51'], storage: 'none', overrideValidation: true },
  ],
  'cluster.validate': [{ nodes: ['Demo1', 'Demo2'] }, { nodes: ['Demo1'], tests: ['Network', 'Storage'] }],
  'cluster.shutDown': [{}],
  'cluster.start': [{}],
  'cluster.destroy': [{}],
  'cluster.setQuorum': [
    { mode: 'nodeMajority' },
    { mode: 'nodeAndDiskMajority', witness: 'Spare' },
    { mode: 'nodeAndFileShareMajority', witness: '\\\\SWS-DC\\Witness' },
    { mode: 'nodeAndCloudMajority', witness: 'https://regroup.blob.core.windows.net/' },
    { mode: 'diskOnly', witness: 'Quorum' },
  ],
  'cluster.setProperty': [
    { property: 'sameSubnetThreshold', value: 20 },
    { property: 'ResiliencyDefaultPeriod', value: 240_000 },
    { property: 'DynamicQuorum', value: false },
    { property: 'Description', value: 'The cluster of the training room' },
  ],
  'cluster.enableSharedVolumes': [{}],
  'cluster.moveCoreResources': [{}, { destination: 'Demo2' }],
  'cluster.collectLog': [{}, { nodes: ['Demo1'], timeSpan: 3_600_000, localTime: true, destination: 'C:\\Logs' }],
  'node.add': [{ node: 'Demo3' }],
  'node.evict': [{ node: 'Demo2' }],
  'node.pause': [
    { node: 'Demo1', drain: false },
    { node: 'Demo1', drain: true, destination: 'Demo2' },
  ],
  'node.resume': [
    { node: 'Demo1' },
    { node: 'Demo1', failback: 'immediate' },
    { node: 'Demo1', failback: 'policy' },
    { node: 'Demo1', failback: 'none' },
  ],
  'node.startService': [
    { node: 'Demo2' },
    { node: 'Demo2', forceQuorum: true },
    { node: 'Demo2', preventQuorum: true, clearQuarantine: true },
  ],
  'node.stopService': [{ node: 'Demo2' }],
  'node.setVote': [
    { node: 'Demo2', vote: 0 },
    { node: 'Demo2', vote: 1 },
  ],
  'role.create': [
    { type: 'fileServer', name: 'FS2', disks: ['Spare'], address: '192.168.100.61', owner: 'Demo2' },
    { type: 'fileServer', name: 'FS3', disks: ['Spare'], address: '192.168.100.61' },
    { type: 'genericService', name: 'Queue', service: 'QueueService' },
    { type: 'genericService', name: 'Queue', service: 'QueueService', disks: ['Spare'], address: '192.168.100.61' },
    { type: 'genericApplication', name: 'App', commandLine: 'C:\\App\\app.exe' },
    { type: 'genericApplication', name: 'App', commandLine: 'a.exe', disks: ['Spare'], address: '192.168.100.61' },
    { type: 'genericScript', name: 'Script', scriptPath: 'C:\\Scripts\\script.vbs' },
    { type: 'genericScript', name: 'Script', scriptPath: 'a.vbs', disks: ['Spare'], address: '192.168.100.61' },
    { type: 'iscsiTarget', name: 'Target', disks: ['Spare'], address: '192.168.100.61' },
    { type: 'dhcpServer', name: 'DHCP', disks: ['Spare'], address: '192.168.100.61', owner: 'Demo1' },
    { type: 'other', name: 'Anything' },
  ],
  'role.createVirtualMachine': [{ vm: 'TEST-01' }],
  'role.bringOnline': [{ role: 'WEB-01' }],
  'role.takeOffline': [{ role: 'SQL-01' }],
  'role.move': [{ role: 'FS1' }, { role: 'FS1', destination: 'Demo1' }],
  'role.liveMigrate': [{ role: 'SQL-01' }, { role: 'SQL-01', destination: 'Demo2' }],
  'role.quickMigrate': [{ role: 'SQL-01' }, { role: 'SQL-01', destination: 'Demo2' }],
  'role.cancelMigration': [{ role: 'SQL-01' }],
  'role.remove': [{ role: 'FS1' }],
  'role.setPriority': [
    { role: 'SQL-01', priority: 'high' },
    { role: 'SQL-01', priority: 'noAutoStart' },
  ],
  'role.setPreferredOwners': [
    { role: 'SQL-01', preferredOwners: ['Demo1', 'Demo2'] },
    { role: 'SQL-01', preferredOwners: [] },
  ],
  'role.setFailover': [
    { role: 'SQL-01', failover: { threshold: 2, period: 21_600_000 } },
    { role: 'SQL-01', failover: { period: 5_400_000 } },
  ],
  'role.setFailback': [
    { role: 'SQL-01', failback: 'prevent' },
    { role: 'SQL-01', failback: 'immediate' },
    { role: 'SQL-01', failback: { from: 22, to: 5 } },
  ],
  'role.setAntiAffinity': [
    { role: 'SQL-01', antiAffinity: ['DC'] },
    { role: 'SQL-01', antiAffinity: ['DC', 'SQL'] },
    { role: 'SQL-01', antiAffinity: [] },
  ],
  'role.dependencyReport': [{ role: 'SQL-01' }],
  'vm.create': [{ node: 'Demo1', name: 'NEW-01', memory: 4 * 1024 ** 3, processors: 2, disk: 'CSV1' }],
  'vm.start': [{ vm: 'WEB-01' }, { vm: 'TEST-01' }],
  'vm.shutDown': [{ vm: 'SQL-01' }, { vm: 'TEST-01' }],
  'vm.turnOff': [{ vm: 'SQL-01' }, { vm: 'TEST-01' }],
  'vm.save': [{ vm: 'SQL-01' }, { vm: 'TEST-01' }],
  'vm.setProcessors': [
    { vm: 'SQL-01', processors: 8 },
    { vm: 'TEST-01', processors: 2 },
  ],
  'vm.setMemory': [
    { vm: 'SQL-01', memory: 8 * 1024 ** 3 },
    { vm: 'TEST-01', memory: 2 * 1024 ** 3 },
  ],
  'vm.migrateStorage': [
    { vm: 'SQL-01', disk: 'Spare' },
    { vm: 'TEST-01', disk: 'CSV1' },
  ],
  'resource.bringOnline': [{ resource: 'FS1 Network Name' }],
  'resource.takeOffline': [{ resource: 'LUN7' }],
  'resource.simulateFailure': [{ resource: 'FS1' }],
  'resource.remove': [{ resource: 'FS1' }],
  'resource.add': [
    { role: 'FS1', name: 'Indexer', type: 'Generic Service' },
    { role: 'FS1', name: 'Indexer', type: 'Generic Service', dependsOn: 'FS1 and (LUN7 or FS1 Network Name)' },
  ],
  'resource.setDependency': [
    { resource: 'FS1', dependsOn: '[FS1 Network Name] and [LUN7]' },
    { resource: 'FS1', dependsOn: '' },
  ],
  'resource.setPossibleOwners': [
    { resource: 'FS1', nodes: ['Demo1', 'Demo2'] },
    { resource: 'FS1', nodes: [] },
  ],
  'resource.setPolicies': [
    {
      resource: 'FS1',
      restart: { threshold: 3, period: 900_000, delay: 500, retryAfter: 3_600_000 },
      pendingTimeout: 180_000,
      looksAlive: 5000,
      isAlive: 60_000,
    },
  ],
  'resource.dependencyReport': [{ resource: 'FS1' }],
  'disk.add': [{ disk: 'NewDisk' }],
  'disk.remove': [{ disk: 'Spare' }],
  'disk.addToSharedVolumes': [{ disk: 'Spare' }],
  'disk.removeFromSharedVolumes': [{ disk: 'CSV1' }],
  'disk.moveSharedVolume': [{ disk: 'CSV1' }, { disk: 'CSV1', destination: 'Demo2' }],
  'disk.setMaintenance': [
    { disk: 'LUN7', on: true },
    { disk: 'LUN7', on: false },
  ],
  'disk.assign': [
    { disk: 'Spare', role: 'FS1' },
    { disk: 'Spare', role: 'SQL-01' },
  ],
  'network.rename': [{ network: 'Public', name: 'Office' }],
  'network.setRole': [
    { network: 'Private', role: 'none' },
    { network: 'iSCSI', role: 'clusterAndClient' },
    { network: 'iSCSI', role: 'cluster' },
  ],
  'network.setLiveMigrationOrder': [{ networks: ['Private', 'Public'] }, { networks: [] }],
};

import type { CommandName } from '#shared/commands/catalogue';
import type { RawInput } from '../../support/command-samples';
import { practiceScenario } from '../../support/practice-rig';

/** One command with its input. */
export type CommandCase = { [Name in CommandName]: readonly [Name, RawInput<Name>] }[CommandName];

/** Commands one after the other on the same cluster; nothing is under way when the next one begins. */
export interface CommandStory {
  readonly scenario: string;
  readonly commands: readonly CommandCase[];
}

const moreDisks = practiceScenario.replace('roles:', '  - { name: CSV2, size: 500GB, use: csv, owner: Demo2 }\nroles:');

const withMachineAside = `${moreDisks}  - name: TEST-01
    type: virtualMachine
    clustered: false
    owner: Demo1
    disks: [CSV1]
    memory: 1GB
    state: offline
`;

const oldCluster = `
schema: regroup/scenario/1
title: Before shared volumes
release: 2008R2
cluster: { name: OLD }
nodes: [{ name: Demo1 }, { name: Demo2 }]
`;

const daily: readonly CommandCase[] = [
  ['role.setPriority', { role: 'VM1', priority: 'high' }],
  ['role.setPreferredOwners', { role: 'VM1', preferredOwners: ['Demo2', 'Demo1'] }],
  ['role.setPreferredOwners', { role: 'VM1', preferredOwners: [] }],
  ['role.setFailover', { role: 'VM1', failover: { threshold: 2, period: 7_200_000 } }],
  ['role.setFailback', { role: 'VM1', failback: { from: 22, to: 5 } }],
  ['role.setFailback', { role: 'VM1', failback: 'immediate' }],
  ['role.setFailback', { role: 'VM1', failback: 'prevent' }],
  ['role.setAntiAffinity', { role: 'VM1', antiAffinity: ['DC', 'SQL'] }],
  ['role.setAntiAffinity', { role: 'VM1', antiAffinity: [] }],
  ['role.liveMigrate', { role: 'VM1', destination: 'Demo2' }],
  ['role.quickMigrate', { role: 'VM1', destination: 'Demo1' }],
  ['role.takeOffline', { role: 'FS1' }],
  ['role.bringOnline', { role: 'FS1' }],
  ['role.move', { role: 'FS1', destination: 'Demo2' }],
  ['vm.save', { vm: 'VM2' }],
  ['vm.start', { vm: 'VM2' }],
  ['vm.turnOff', { vm: 'VM2' }],
  ['vm.setProcessors', { vm: 'TEST-01', processors: 8 }],
  ['vm.setMemory', { vm: 'TEST-01', memory: 2 * 1024 ** 3 }],
  ['vm.start', { vm: 'TEST-01' }],
  ['vm.shutDown', { vm: 'TEST-01' }],
  ['role.createVirtualMachine', { vm: 'TEST-01' }],
  ['vm.migrateStorage', { vm: 'VM3', disk: 'CSV2' }],
  ['resource.add', { role: 'FS1', name: 'Indexer', type: 'Generic Service', dependsOn: 'FS1 and LUN7' }],
  ['resource.setDependency', { resource: 'Indexer', dependsOn: '' }],
  ['resource.setPossibleOwners', { resource: 'Indexer', nodes: ['Demo2'] }],
  ['resource.setPolicies', { resource: 'Indexer', restart: { threshold: 3, delay: 500 }, pendingTimeout: 60_000 }],
  ['resource.bringOnline', { resource: 'Indexer' }],
  ['resource.takeOffline', { resource: 'Indexer' }],
  ['resource.simulateFailure', { resource: 'FS1' }],
  ['resource.remove', { resource: 'Indexer' }],
  ['disk.setMaintenance', { disk: 'LUN7', on: true }],
  ['disk.setMaintenance', { disk: 'LUN7', on: false }],
  ['disk.moveSharedVolume', { disk: 'CSV1', destination: 'Demo2' }],
  ['network.setRole', { network: 'iSCSI', role: 'cluster' }],
  ['network.setLiveMigrationOrder', { networks: ['Public', 'Private'] }],
  ['network.rename', { network: 'iSCSI', name: "O'Storage $(x)" }],
  ['cluster.setProperty', { property: 'SameSubnetThreshold', value: 20 }],
  ['cluster.setProperty', { property: 'ResiliencyDefaultPeriod', value: 60_000 }],
  ['cluster.moveCoreResources', { destination: 'Demo2' }],
  ['cluster.setQuorum', { mode: 'nodeAndFileShareMajority', witness: '\\\\DC\\Witness' }],
  ['role.create', { type: 'genericService', name: 'Queue', service: 'Queue', address: '192.168.100.61' }],
  ['role.create', { type: 'other', name: 'Mail', groupType: 'Msmq' }],
  ['node.pause', { node: 'Demo1', drain: true }],
  ['node.resume', { node: 'Demo1', failback: 'immediate' }],
  ['node.setVote', { node: 'Demo2', vote: 0 }],
  ['node.stopService', { node: 'Demo2' }],
  ['node.startService', { node: 'Demo2' }],
  ['role.remove', { role: 'Queue' }],
  ['vm.create', { node: 'Demo1', name: 'NEW-01', memory: 1024 ** 3, processors: 4, disk: 'CSV1' }],
  ['disk.remove', { disk: 'Spare' }],
  ['disk.add', { disk: 'Spare' }],
  ['disk.addToSharedVolumes', { disk: 'Spare' }],
  ['disk.removeFromSharedVolumes', { disk: 'Spare' }],
  ['disk.assign', { disk: 'Spare', role: 'FS1' }],
  ['cluster.collectLog', { timeSpan: 3_600_000 }],
  ['role.dependencyReport', { role: 'FS1' }],
  ['resource.dependencyReport', { resource: 'FS1' }],
  ['cluster.validate', { nodes: ['Demo1', 'Demo2'], tests: ['Network'] }],
  ['node.evict', { node: 'Demo2' }],
  ['node.add', { node: 'Demo2' }],
  ['cluster.shutDown', {}],
  ['cluster.start', {}],
];

/** Every command of the catalogue is in one of these, or under {@link cancelled}. */
export const stories: readonly CommandStory[] = [
  { scenario: withMachineAside, commands: daily },
  {
    scenario: oldCluster,
    commands: [
      ['cluster.enableSharedVolumes', {}],
      ['cluster.destroy', {}],
      ['cluster.create', { name: 'NEW', nodes: ['Demo1', 'Demo2'], addresses: ['192.168.100.51'], storage: 'none' }],
    ],
  },
];

/** A command that has to come while another one runs. */
export const cancelled = {
  scenario: practiceScenario,
  first: ['role.liveMigrate', { role: 'VM1', destination: 'Demo2' }],
  then: ['role.cancelMigration', { role: 'VM1' }],
} as const satisfies { readonly scenario: string; readonly first: CommandCase; readonly then: CommandCase };

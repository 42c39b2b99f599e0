import type { z } from 'zod';
import type { ObjectKind } from '../model/object-reference';
import * as clusterCreation from './cluster-creation';
import * as cluster from './cluster-lifecycle';
import * as clusterLog from './cluster-log';
import * as clusterSettings from './cluster-settings';
import type { CommandDefinition } from './command-definition';
import * as dependencyReport from './dependency-report';
import * as diskMaintenance from './disk-maintenance';
import * as disk from './disk-storage';
import * as liveMigration from './live-migration';
import * as network from './network';
import * as nodeDrain from './node-drain';
import * as nodeMembership from './node-membership';
import * as nodeService from './node-service';
import * as quorum from './quorum';
import * as resourceDependency from './resource-dependency';
import * as resourceFailure from './resource-failure';
import * as resourcePolicy from './resource-policy';
import * as resourceRemoval from './resource-removal';
import * as resource from './resource-state';
import * as roleCreation from './role-creation';
import * as roleFailover from './role-failover';
import * as roleMove from './role-move';
import * as rolePolicy from './role-policy';
import * as role from './role-state';
import * as sharedVolume from './shared-volume';
import * as machineCreation from './virtual-machine-creation';
import * as machineSettings from './virtual-machine-settings';
import * as machineRole from './virtual-machine-role';
import * as machine from './virtual-machine-state';

/** Every administrative action, by name, in the order of the specification; what only reports comes last of its kind. */
export const catalogue = {
  'cluster.create': clusterCreation.createCluster,
  'cluster.validate': clusterCreation.validateCluster,
  'cluster.shutDown': cluster.shutDownCluster,
  'cluster.start': cluster.startCluster,
  'cluster.destroy': cluster.destroyCluster,
  'cluster.setQuorum': quorum.setQuorum,
  'cluster.setProperty': clusterSettings.setClusterProperty,
  'cluster.enableSharedVolumes': clusterSettings.enableSharedVolumes,
  'cluster.moveCoreResources': clusterSettings.moveCoreResources,
  'cluster.collectLog': clusterLog.collectLog,
  'node.add': nodeMembership.addNode,
  'node.evict': nodeMembership.evictNode,
  'node.pause': nodeDrain.pauseNode,
  'node.resume': nodeDrain.resumeNode,
  'node.startService': nodeService.startService,
  'node.stopService': nodeService.stopService,
  'node.setVote': nodeMembership.setVote,
  'role.create': roleCreation.createRole,
  'role.createVirtualMachine': machineRole.createVirtualMachineRole,
  'role.bringOnline': role.bringRoleOnline,
  'role.takeOffline': role.takeRoleOffline,
  'role.move': roleMove.moveRole,
  'role.liveMigrate': liveMigration.liveMigrate,
  'role.quickMigrate': roleMove.quickMigrate,
  'role.cancelMigration': liveMigration.cancelMigration,
  'role.remove': role.removeRole,
  'role.setPriority': rolePolicy.setPriority,
  'role.setPreferredOwners': rolePolicy.setPreferredOwners,
  'role.setFailover': roleFailover.setFailover,
  'role.setFailback': roleFailover.setFailback,
  'role.setAntiAffinity': rolePolicy.setAntiAffinity,
  'role.dependencyReport': dependencyReport.roleDependencyReport,
  'vm.create': machineCreation.createMachine,
  'vm.start': machine.startMachine,
  'vm.shutDown': machine.shutDownMachine,
  'vm.turnOff': machine.turnOffMachine,
  'vm.save': machine.saveMachine,
  'vm.migrateStorage': machineCreation.migrateStorage,
  'vm.setProcessors': machineSettings.setProcessors,
  'vm.setMemory': machineSettings.setMemory,
  'resource.bringOnline': resource.bringResourceOnline,
  'resource.takeOffline': resource.takeResourceOffline,
  'resource.simulateFailure': resourceFailure.simulateFailure,
  'resource.remove': resourceRemoval.removeResource,
  'resource.add': resourceDependency.addResource,
  'resource.setDependency': resourceDependency.setDependency,
  'resource.setPossibleOwners': resourcePolicy.setPossibleOwners,
  'resource.setPolicies': resourcePolicy.setPolicies,
  'resource.dependencyReport': dependencyReport.resourceDependencyReport,
  'disk.add': disk.addDisk,
  'disk.remove': disk.removeDisk,
  'disk.addToSharedVolumes': sharedVolume.addToSharedVolumes,
  'disk.removeFromSharedVolumes': sharedVolume.removeFromSharedVolumes,
  'disk.moveSharedVolume': sharedVolume.moveSharedVolume,
  'disk.setMaintenance': diskMaintenance.setMaintenance,
  'disk.assign': disk.assignDisk,
  'network.rename': network.renameNetwork,
  'network.setRole': network.setNetworkRole,
  'network.setLiveMigrationOrder': network.setLiveMigrationOrder,
} as const;

/** Name of a command. */
export type CommandName = keyof typeof catalogue;

/** The input of a command, parsed: with defaults filled in. */
export type CommandInput<Name extends CommandName> = z.output<(typeof catalogue)[Name]['input']>;

/** Whether a text names a command. */
export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(catalogue, name);
}

/** The definition of a command without its exact types, for code that treats all alike (menus, IPC, audit). */
export function commandOf(name: CommandName): CommandDefinition<CommandName> {
  return catalogue[name];
}

/** Whether a command changes nothing in the cluster. What is no command counts as one that does. */
export function onlyReads(name: string): boolean {
  return isCommandName(name) && commandOf(name).onlyReads === true;
}

const commands: readonly CommandDefinition<CommandName>[] = Object.values(catalogue);

/** The commands offered for one kind of object, in the catalogue's order. Input is parsed with each one's own schema. */
export function commandsFor(kind: ObjectKind): readonly CommandDefinition<CommandName>[] {
  return commands.filter((command) => command.target === kind);
}

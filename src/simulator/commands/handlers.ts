import type { CommandHandlers } from './command-handler';
import { diskCommands } from './disk-commands';
import { machineCommands } from './machine-commands';
import { machineSettingsCommands } from './machine-settings-commands';
import { networkCommands } from './network-commands';
import { clusterLifecycleCommands } from './cluster-lifecycle-commands';
import { clusterPowerCommands } from './cluster-power-commands';
import { clusterSettingsCommands } from './cluster-settings-commands';
import { nodeCommands } from './node-commands';
import { nodeServiceCommands } from './node-service-commands';
import { reportCommands } from './report-commands';
import { resourceCommands } from './resource-commands';
import { resourcePolicyCommands } from './resource-policy-commands';
import { roleCommands } from './role-commands';
import { roleCreationCommands } from './role-creation-commands';
import { rolePolicyCommands } from './role-policy-commands';
import { serviceRoleCommands } from './service-role-commands';
import { storageMigrationCommands } from './storage-migration-commands';

/** What each command of the catalogue does. The compiler finds the one that is missing. */
export const handlers: CommandHandlers = {
  ...roleCommands,
  ...nodeCommands,
  ...nodeServiceCommands,
  ...clusterLifecycleCommands,
  ...clusterPowerCommands,
  ...clusterSettingsCommands,
  ...rolePolicyCommands,
  ...roleCreationCommands,
  ...resourceCommands,
  ...resourcePolicyCommands,
  ...serviceRoleCommands,
  ...machineCommands,
  ...machineSettingsCommands,
  ...diskCommands,
  ...networkCommands,
  ...storageMigrationCommands,
  ...reportCommands,
};

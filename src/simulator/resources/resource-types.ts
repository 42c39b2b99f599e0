import type { GroupType } from '#shared/model/role';
import type { ScenarioRoleType } from '../scenario/scenario-role';

/** How long a resource takes, in milliseconds. */
export interface ResourceTimes {
  readonly online: number;
  readonly offline: number;
}

/** "Resource times, online / offline" of the rules; a machine's are beside saving, restoring and booting. */
const times: Readonly<Record<string, ResourceTimes>> = {
  'Virtual Machine': { online: 1000, offline: 1000 },
  'Virtual Machine Configuration': { online: 500, offline: 500 },
  'Physical Disk': { online: 2000, offline: 1000 },
  'IP Address': { online: 1000, offline: 500 },
  'Network Name': { online: 2000, offline: 500 },
};

/** Times of a resource type; 1 s each for every type that the rules do not name. */
export function timesOf(type: string): ResourceTimes {
  return times[type] ?? { online: 1000, offline: 1000 };
}

/** The group type of each type of role, and the resource type of its principal resource (null: a machine, which has two). */
export const roleTypes: {
  readonly [Type in ScenarioRoleType]: { readonly groupType: GroupType; readonly principal: string | null };
} = {
  virtualMachine: { groupType: 'VirtualMachine', principal: null },
  fileServer: { groupType: 'FileServer', principal: 'File Server' },
  genericService: { groupType: 'GenericService', principal: 'Generic Service' },
  genericApplication: { groupType: 'GenericApplication', principal: 'Generic Application' },
  genericScript: { groupType: 'GenericScript', principal: 'Generic Script' },
  dhcpServer: { groupType: 'DhcpServer', principal: 'DHCP Service' },
  dtc: { groupType: 'Dtc', principal: 'Distributed Transaction Coordinator' },
  dfsNamespace: { groupType: 'StandAloneDfs', principal: 'Distributed File System' },
  messageQueuing: { groupType: 'Msmq', principal: 'MSMQ' },
  winsServer: { groupType: 'Wins', principal: 'WINS Service' },
  iscsiTarget: { groupType: 'IScsiTarget', principal: 'iSCSI Target Server' },
  isnsServer: { groupType: 'IScsiNameService', principal: 'Microsoft iSNS' },
  printServer: { groupType: 'PrintServer', principal: 'Print Spooler' },
  other: { groupType: 'Unknown', principal: 'Other' },
};

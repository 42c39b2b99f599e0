import type { ServiceGroupType } from '../model/role';

/** The kinds of role that Configure a Service or Application makes, beside a virtual machine. */
export const configurableTypes = [
  'fileServer',
  'genericService',
  'genericApplication',
  'genericScript',
  'dhcpServer',
  'dtc',
  'dfsNamespace',
  'messageQueuing',
  'winsServer',
  'iscsiTarget',
  'isnsServer',
  'printServer',
  'other',
] as const;

/** One of them. */
export type ConfigurableType = (typeof configurableTypes)[number];

/** What the cluster calls a kind of role and its principal resource. */
export interface RoleType {
  /** As the list of Select Service or Application says it. */
  readonly title: string;
  readonly groupType: ServiceGroupType;
  /** Display name of the principal resource's type; null: none is made. */
  readonly resourceType: string | null;
  /** Whether it cannot do without a disk of its own. */
  readonly needsDisk: boolean;
}

/** What stands behind each kind. */
export const roleTypes: { readonly [Type in ConfigurableType]: RoleType } = {
  fileServer: { title: 'File Server', groupType: 'FileServer', resourceType: 'File Server', needsDisk: true },
  genericService: {
    title: 'Generic Service',
    groupType: 'GenericService',
    resourceType: 'Generic Service',
    needsDisk: false,
  },
  genericApplication: {
    title: 'Generic Application',
    groupType: 'GenericApplication',
    resourceType: 'Generic Application',
    needsDisk: false,
  },
  genericScript: {
    title: 'Generic Script',
    groupType: 'GenericScript',
    resourceType: 'Generic Script',
    needsDisk: false,
  },
  dhcpServer: { title: 'DHCP Server', groupType: 'DhcpServer', resourceType: 'DHCP Service', needsDisk: true },
  dtc: {
    title: 'Distributed Transaction Coordinator (DTC)',
    groupType: 'Dtc',
    resourceType: 'Distributed Transaction Coordinator',
    needsDisk: true,
  },
  dfsNamespace: {
    title: 'DFS Namespace Server',
    groupType: 'StandAloneDfs',
    resourceType: 'Distributed File System',
    needsDisk: true,
  },
  messageQueuing: { title: 'Message Queuing', groupType: 'Msmq', resourceType: 'MSMQ', needsDisk: true },
  winsServer: { title: 'WINS Server', groupType: 'Wins', resourceType: 'WINS Service', needsDisk: true },
  iscsiTarget: {
    title: 'iSCSI Target Server',
    groupType: 'IScsiTarget',
    resourceType: 'iSCSI Target Server',
    needsDisk: true,
  },
  isnsServer: {
    title: 'Internet Storage Name Service (iSNS) Server',
    groupType: 'IScsiNameService',
    resourceType: 'Microsoft iSNS',
    needsDisk: true,
  },
  printServer: { title: 'Print Server', groupType: 'PrintServer', resourceType: 'Print Spooler', needsDisk: true },
  other: { title: 'Other Server', groupType: 'Unknown', resourceType: null, needsDisk: false },
};

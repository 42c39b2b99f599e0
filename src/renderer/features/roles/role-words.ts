import type { GroupType } from '#shared/model/role';

const typeWords = {
  Cluster: 'Core cluster resources',
  AvailableStorage: 'Available storage',
  VirtualMachine: 'Virtual machine',
  FileServer: 'File server',
  GenericService: 'Generic service',
  GenericApplication: 'Generic application',
  GenericScript: 'Generic script',
  DhcpServer: 'DHCP server',
  Dtc: 'Distributed transaction coordinator',
  StandAloneDfs: 'DFS namespace server',
  Msmq: 'Message queuing',
  Wins: 'WINS server',
  IScsiTarget: 'iSCSI target server',
  IScsiNameService: 'iSNS server',
  PrintServer: 'Print server',
  Unknown: 'Other server',
} as const satisfies Record<GroupType, string>;

/** The kind of a role as the Type column words it. */
export function roleTypeInWords(type: GroupType): string {
  return typeWords[type];
}

/** `High`, `Medium`, `Low`, `No auto start`; a number that is none of them stays a number. */
export function priorityInWords(priority: number): string {
  switch (priority) {
    case 3000:
      return 'High';
    case 2000:
      return 'Medium';
    case 1000:
      return 'Low';
    case 0:
      return 'No auto start';
    default:
      return String(priority);
  }
}

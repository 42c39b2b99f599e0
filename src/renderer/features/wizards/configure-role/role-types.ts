/** One entry of "Select Service or Application". */
export interface RoleType {
  readonly id: string;
  readonly title: string;
  /** What it is, one sentence. */
  readonly explanation: string;
  /** Whether the wizard can make it. */
  readonly selectable: boolean;
}

const notYet = (id: string, title: string, explanation: string): RoleType => ({
  id,
  title,
  explanation,
  selectable: false,
});

/** The services and applications that Windows can make highly available, by title. */
export const roleTypes: readonly RoleType[] = [
  notYet('dfsNamespace', 'DFS Namespace Server', 'Shows shared folders of many servers as one tree of folders.'),
  notYet('dhcpServer', 'DHCP Server', 'Gives addresses to the computers of a network.'),
  notYet('dtc', 'Distributed Transaction Coordinator (DTC)', 'Coordinates transactions that span several databases.'),
  notYet('fileServer', 'File Server', 'Offers shared folders under a name and address of its own.'),
  notYet('genericApplication', 'Generic Application', 'Runs any program, started again elsewhere when it ends.'),
  notYet('genericScript', 'Generic Script', 'Runs a script that starts, watches and stops an application.'),
  notYet('genericService', 'Generic Service', 'Runs any Windows service on one node at a time.'),
  notYet('isnsServer', 'Internet Storage Name Service (iSNS) Server', 'Lists the iSCSI targets that initiators can find.'),
  notYet('iscsiTarget', 'iSCSI Target Server', 'Offers disks to other servers over iSCSI.'),
  notYet('messageQueuing', 'Message Queuing', 'Keeps messages between applications until they are read.'),
  notYet('other', 'Other Server', 'A name and address with storage, to which resources are added by hand.'),
  notYet('printServer', 'Print Server', 'Offers printers and keeps their queues.'),
  {
    id: 'virtualMachine',
    title: 'Virtual Machine',
    explanation: 'A machine that exists on one node: clustered, it runs on another node when its node fails.',
    selectable: true,
  },
  notYet('winsServer', 'WINS Server', 'Resolves NetBIOS names to addresses.'),
];

import { configurableTypes, roleTypes as catalogueTypes, type ConfigurableType } from '#shared/commands/role-types';

/** One entry of "Select Service or Application". */
export interface RoleType {
  readonly id: ConfigurableType | 'virtualMachine';
  readonly title: string;
  /** What it is, one sentence. */
  readonly explanation: string;
  /** Whether the wizard can make it. */
  readonly selectable: boolean;
}

const explanations: { readonly [Type in ConfigurableType]: string } = {
  fileServer: 'Offers shared folders under a name and address of its own.',
  genericService: 'Runs any Windows service on one node at a time.',
  genericApplication: 'Runs any program and starts it elsewhere when its node fails.',
  genericScript: 'Runs a script that starts, watches and stops an application.',
  dhcpServer: 'Gives addresses to the computers of a network.',
  dtc: 'Coordinates transactions that span several databases.',
  dfsNamespace: 'Shows shared folders of many servers as one tree of folders.',
  messageQueuing: 'Keeps messages between applications until they are read.',
  winsServer: 'Resolves NetBIOS names to addresses.',
  iscsiTarget: 'Offers disks to other servers over iSCSI.',
  isnsServer: 'Lists the iSCSI targets that initiators can find.',
  printServer: 'Offers printers and keeps their queues.',
  other: 'A name and address with storage, to which resources are added by hand.',
};

const virtualMachine: RoleType = {
  id: 'virtualMachine',
  title: 'Virtual Machine',
  explanation: 'A machine that exists on one node. Made highly available, it runs on another node when its node fails.',
  selectable: true,
};

/** The services and applications that Windows can make highly available, by title. */
export const roleTypes: readonly RoleType[] = [
  ...configurableTypes.map((id): RoleType => ({
    id,
    title: catalogueTypes[id].title,
    explanation: explanations[id],
    selectable: false,
  })),
  virtualMachine,
].sort((a, b) => a.title.localeCompare(b.title));

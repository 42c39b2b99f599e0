import { nameTable, type NameTable } from './name-table';
import type { ProblemLog } from './problem-log';
import type { TimelineEntry } from './scenario-story';
import { defaultNetworks } from './fabric-schema';
import type { YamlPath } from './yaml-source';

/** Every name in a scenario, by kind. */
export interface World {
  readonly nodes: NameTable;
  readonly networks: NameTable;
  readonly disks: NameTable;
  readonly roles: NameTable;
  readonly machines: NameTable;
  readonly servers: NameTable;
  readonly devices: NameTable;
  readonly resources: NameTable;
  readonly guestClusters: NameTable;
  /** The virtual machines that are nodes of a guest cluster. */
  readonly guestNodes: NameTable;
  /** Roles and resources of guest clusters. */
  readonly guestRoles: NameTable;
  readonly labels: NameTable;
}

/** Tables without names. */
export function emptyWorld(log: ProblemLog): World {
  return {
    nodes: nameTable('a node', log),
    networks: nameTable('a network', log),
    disks: nameTable('a disk', log),
    roles: nameTable('a role', log),
    machines: nameTable('a virtual machine', log),
    servers: nameTable('a storage server', log),
    devices: nameTable('a storage device', log),
    resources: nameTable('a resource', log),
    guestClusters: nameTable('a guest cluster', log),
    guestNodes: nameTable('a node of a guest cluster', log),
    guestRoles: nameTable('a role of a guest cluster', log),
    labels: nameTable('an operation', log),
  };
}

type Mapping = Readonly<Record<string, unknown>>;

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Mapping)[key] : undefined;
}

function textOf(value: unknown, key: string): string | undefined {
  const text = field(value, key);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

function listOf(value: unknown, key: string): readonly unknown[] {
  const list = field(value, key);
  return Array.isArray(list) ? list : [];
}

/**
 * Declares what the file names, whether or not the rest of it can be read, so that one mistake is told once; and what its
 * timeline creates.
 */
export function declareNames(world: World, raw: unknown, timeline: readonly TimelineEntry[]): void {
  declareList(world.nodes, listOf(raw, 'nodes'), ['nodes']);
  declareList(world.networks, field(raw, 'networks') === undefined ? defaultNetworks : listOf(raw, 'networks'), [
    'networks',
  ]);
  const storage = field(raw, 'storage');
  declareList(world.servers, listOf(storage, 'servers'), ['storage', 'servers']);
  declareList(world.devices, listOf(storage, 'devices'), ['storage', 'devices']);
  declareList(world.disks, listOf(raw, 'disks'), ['disks']);
  declareCore(world);
  declareRoles(world, listOf(raw, 'roles'));
  declareGuests(world, listOf(raw, 'guestClusters'));
  for (const [index, entry] of listOf(raw, 'timeline').entries()) {
    const label = textOf(entry, 'as');
    if (label !== undefined) world.labels.declare(label, ['timeline', index, 'as']);
  }
  for (const { action } of timeline) if (action.kind === 'command') declareCreated(world, action.command, action.input);
}

function declareList(table: NameTable, items: readonly unknown[], path: YamlPath): void {
  for (const [index, item] of items.entries()) {
    const name = textOf(item, 'name');
    if (name !== undefined) table.declare(name, [...path, index, 'name']);
  }
}

function declareCore(world: World): void {
  for (const role of ['Cluster Group', 'Available Storage']) world.roles.declare(role);
  for (const resource of ['Cluster Name', 'Cluster IP Address', 'File Share Witness', 'Cloud Witness'])
    world.resources.declare(resource);
  for (const disk of world.disks.all()) world.resources.declare(disk);
}

function declareRoles(world: World, roles: readonly unknown[]): void {
  declareList(world.roles, roles, ['roles']);
  for (const [index, role] of roles.entries()) {
    const name = textOf(role, 'name');
    if (name === undefined) continue;
    if (textOf(role, 'type') === 'virtualMachine') world.machines.declare(name);
    if (textOf(role, 'type') !== 'virtualMachine' && world.disks.find(name) !== undefined)
      world.resources.declare(name, ['roles', index, 'name']);
    declareResources(world, name, textOf(role, 'type'), textOf(role, 'address'));
    declareList(world.resources, listOf(role, 'resources'), ['roles', index, 'resources']);
  }
}

/** "Resources that a role gets". */
function declareResources(world: World, role: string, type: string | undefined, address: string | undefined): void {
  const { resources } = world;
  if (type === 'virtualMachine') {
    resources.declare(`Virtual Machine ${role}`);
    resources.declare(`Virtual Machine Configuration ${role}`);
    return;
  }
  resources.declare(role);
  if (address === undefined) return;
  resources.declare(`${role} Network Name`);
  resources.declare(`IP Address ${address}`);
}

function declareGuests(world: World, clusters: readonly unknown[]): void {
  declareList(world.guestClusters, clusters, ['guestClusters']);
  for (const [index, cluster] of clusters.entries()) {
    const roles = listOf(cluster, 'roles');
    declareList(world.roles, roles, ['guestClusters', index, 'roles']);
    for (const role of roles) {
      const name = textOf(role, 'name');
      if (name === undefined) continue;
      declareResources(world, name, undefined, undefined);
      world.guestRoles.declare(name);
    }
    for (const node of listOf(cluster, 'nodes'))
      if (typeof node === 'string') world.guestNodes.declare(world.machines.find(node) ?? node);
    const disk = textOf(cluster, 'disk');
    if (disk === undefined) continue;
    world.resources.declare(disk);
    world.guestRoles.declare(disk);
  }
}

/** Names that a command of the timeline brings into the world. */
function declareCreated(world: World, command: string, input: Mapping): void {
  const name = textOf(input, 'name') ?? '';
  const machine = textOf(input, 'vm') ?? '';
  if (command === 'role.create') {
    world.roles.declare(name);
    declareResources(world, name, textOf(input, 'type'), textOf(input, 'address'));
  }
  if (command === 'role.createVirtualMachine') {
    world.roles.declare(world.machines.find(machine) ?? machine);
    declareResources(world, machine, 'virtualMachine', undefined);
  }
  if (command === 'vm.create') world.machines.declare(name);
  if (command === 'resource.add') world.resources.declare(name);
  if (command === 'network.rename') world.networks.declare(name);
}

import { foldName } from '#shared/model/cluster-view';
import { releases, type Release } from '#shared/model/release';
import type { GroupType } from '#shared/model/role';
import { groupTypeOf, nodeStates, wordOf } from './enumerations';
import { machineDisks, type MachineDisks } from './machine-disks';
import type { Memo } from './memo';
import { liveMigrationOrders } from './migration-networks';
import { noNodeParts, type ClusterRows, type NodeParts } from './cluster-rows';
import type { ClusterRow } from './rows/cluster-row';
import type { GroupRow } from './rows/group-row';
import { foldId, type HostRow, type MachineRow } from './rows/machine-row';
import { nodeNumberOf, releaseOfNode, type NodeRow } from './rows/node-row';
import type { QuorumRow } from './rows/quorum-row';
import type { ResourceRow, ResourceTypeRow } from './rows/resource-row';
import type { SharedVolumeStateRow } from './rows/storage-row';

/** Finds rows by what they belong to, as the projections need them. Names compare without case. */
export interface RowIndex {
  readonly cluster: ClusterRow;
  readonly nodes: readonly NodeRow[];
  readonly quorum: QuorumRow | null;
  readonly release: Release;
  /** The resource that is the witness; null without one. */
  readonly witness: ResourceRow | null;
  /** The node that has the cluster's own group. */
  readonly coreOwner: string | null;
  readonly clusterAddress: string | null;
  isRunning(node: NodeRow): boolean;
  nodeByNumber(number: number): NodeRow | undefined;
  /** What a node says of itself; undefined: nothing yet. */
  hostOf(node: string): HostRow | undefined;
  /** Bytes that machines can still get on a node; null while it is unknown. */
  memoryAvailable(node: string): number | null;
  preferredOwners(group: string): readonly string[];
  /** Empty where every node may. */
  possibleOwners(resource: string): readonly string[];
  dependencyOf(resource: string): string;
  /** A private property of a resource; null where it has none or an empty one. */
  parameter(resource: string, name: string): string | null;
  resourceType(type: string): ResourceTypeRow | undefined;
  groupType(group: string): GroupType;
  ownerOfRole(role: string): string | null;
  /** The role that has a machine; null: none. */
  roleOfMachine(machine: MachineRow): string | null;
  /** Disks that hold a machine's files. */
  disksOfMachine(machine: MachineRow, role: string | null): readonly string[];
  volumeStates(volume: string): readonly SharedVolumeStateRow[];
  /** Bytes; 0 while it is unknown. */
  diskSize(resource: string): number;
  /** Rank for live migration, from 1; null: not used for it. */
  liveMigrationOrder(network: string): number | null;
}

/** What a host keeps for itself where it does not say how much memory is free. */
const hostReserve = 2 * 1024 ** 3;

/** ClusterFunctionalLevel, from the release on that has one of its own. */
const functionalLevels: { readonly [level: number]: Release } = { 9: '2016', 10: '2019', 11: '2022', 12: '2025' };

/** The release whose rules the cluster follows: that of its oldest node, or its functional level where that is lower. */
function releaseOf(rows: ClusterRows): Release {
  const level = functionalLevels[rows.cluster[0]?.ClusterFunctionalLevel ?? 0] ?? null;
  const found = [...rows.nodes.map(releaseOfNode), level].filter((release) => release !== null);
  return releases.find((release) => found.includes(release)) ?? '2022';
}

function firstBy<T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const item of list) {
    const key = keyOf(item);
    if (!found.has(key)) found.set(key, item);
  }
  return found;
}

function groupedBy<T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of list) {
    const own = found.get(keyOf(item));
    if (own === undefined) found.set(keyOf(item), [item]);
    else own.push(item);
  }
  return found;
}

/** An index of what was read. `rows.cluster` must not be empty; `memo` keeps what was found of rows that are still the same. */
export function indexRows(rows: ClusterRows, memo: Memo): RowIndex {
  const [cluster] = rows.cluster;
  if (cluster === undefined) throw new Error('The cluster itself was not read.');
  const quorum = rows.quorum[0] ?? null;
  const witness = quorum?.QuorumResource ?? null;
  const first = <T>(section: string, list: readonly T[], keyOf: (row: T) => string) => {
    return (): ReadonlyMap<string, T> => memo(`by name: ${section}`, [list], () => firstBy(list, keyOf));
  };
  const owners = first('owners', rows.owners, ({ Kind, Name }) => `${Kind}/${foldName(Name)}`);
  const dependencies = first('dependencies', rows.dependencies, ({ Resource }) => foldName(Resource));
  const parameters = first('parameters', rows.parameters, ({ Kind, Owner, Name }) => parameterKey(Kind, Owner, Name));
  const types = first('types', rows.resourceTypes, ({ Name }) => foldName(Name));
  const groups = first('groups', rows.groups, ({ Name }) => foldName(Name));
  const resources = first('resources', rows.resources, ({ Name }) => foldName(Name));
  const sizes = first('sizes', rows.diskSizes, ({ Resource }) => foldName(Resource));
  const volumes = (): ReadonlyMap<string, readonly SharedVolumeStateRow[]> =>
    memo('volume states', [rows.sharedVolumeStates], () =>
      groupedBy(rows.sharedVolumeStates, ({ Name }) => foldName(Name)),
    );
  const orders = (): ReadonlyMap<string, number> =>
    memo('migration networks', [rows.networks, rows.parameters], () =>
      liveMigrationOrders(rows.networks, rows.parameters),
    );
  const disksOf = (): MachineDisks =>
    memo('machine disks', [rows.ofNodes, rows.sharedVolumes, rows.resources], () => machineDisks(rows));
  const rolesOfMachines = (): ReadonlyMap<string, string> =>
    memo('machine roles', [rows.parameters, rows.resources], () => {
      const ids = rows.parameters.filter(({ Kind, Name }) => Kind === 'resource' && foldName(Name) === 'vmid');
      return new Map(
        ids.flatMap(({ Owner, Value }) => {
          const role = resources().get(foldName(Owner))?.OwnerGroup;
          return Value === null || role === undefined || role === null ? [] : [[foldId(Value), role] as const];
        }),
      );
    });
  const partsOf = (node: string): NodeParts => rows.ofNodes.get(foldName(node)) ?? noNodeParts;
  const parameter = (resource: string, name: string): string | null =>
    parameters()
      .get(parameterKey('resource', resource, name))
      ?.Value?.trim() || null;
  const coreGroup = (): GroupRow | undefined =>
    memo('core group', [rows.groups], () => rows.groups.find(({ GroupType }) => groupTypeOf(GroupType) === 'Cluster'));

  return {
    cluster,
    nodes: rows.nodes,
    quorum,
    release: releaseOf(rows),
    witness: witness === null ? null : (resources().get(foldName(witness)) ?? null),
    coreOwner: coreGroup()?.OwnerNode ?? null,
    get clusterAddress() {
      const address = rows.resources.find(
        ({ OwnerGroup, ResourceType }) =>
          /^ip(v6)? address$/i.test(ResourceType ?? '') &&
          OwnerGroup !== null &&
          foldName(OwnerGroup) === foldName(coreGroup()?.Name ?? ''),
      );
      return address === undefined ? null : parameter(address.Name, 'Address');
    },
    isRunning: (node) => ['Up', 'Paused'].includes(wordOf(nodeStates, node.State, 'Unknown')),
    nodeByNumber: (number) => rows.nodes.find(({ Id }) => nodeNumberOf(Id) === number),
    hostOf: (node) => partsOf(node).host[0],
    memoryAvailable: (node) => {
      const { host, machines } = partsOf(node);
      const [{ MemoryCapacity: total, MemoryFree: free } = { MemoryCapacity: null, MemoryFree: null }] = host;
      if (free !== null || total === null) return free;
      const taken = machines.reduce((sum, machine) => sum + (machine.MemoryAssigned ?? 0), 0);
      return Math.max(0, total - taken - hostReserve);
    },
    preferredOwners: (group) => owners().get(`group/${foldName(group)}`)?.Owners ?? [],
    possibleOwners: (resource) => {
      const possible = owners().get(`resource/${foldName(resource)}`)?.Owners ?? [];
      return possible.length >= rows.nodes.length ? [] : possible;
    },
    dependencyOf: (resource) => dependencies().get(foldName(resource))?.Expression ?? '',
    parameter,
    resourceType: (type) => types().get(foldName(type)),
    groupType: (group) => groupTypeOf(groups().get(foldName(group))?.GroupType ?? null),
    ownerOfRole: (role) => groups().get(foldName(role))?.OwnerNode ?? null,
    roleOfMachine: ({ Id, Name, IsClustered }) => {
      const role = rolesOfMachines().get(foldId(Id));
      if (role !== undefined || IsClustered !== true) return role ?? null;
      // While the private properties are not read: a role has the name of its machine unless somebody changed it.
      const named = groups().get(foldName(Name));
      return named !== undefined && groupTypeOf(named.GroupType) === 'VirtualMachine' ? named.Name : null;
    },
    disksOfMachine: (machine, role) => disksOf()(machine, role),
    volumeStates: (volume) => volumes().get(foldName(volume)) ?? [],
    diskSize: (resource) => sizes().get(foldName(resource))?.Size ?? 0,
    liveMigrationOrder: (network) => orders().get(foldId(network)) ?? null,
  };
}

function parameterKey(kind: string, owner: string, name: string): string {
  return `${kind}/${foldName(name)}/${foldName(owner)}`;
}

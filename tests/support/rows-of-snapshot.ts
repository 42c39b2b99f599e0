import * as words from '#backend/powershell/reading/enumerations';
import { shownType } from '#backend/powershell/reading/projections/resource';
import type { ClusterSection, NodeSection } from '#backend/powershell/reading/cluster-rows';
import type { ClusterEvent } from '#shared/model/cluster-event';
import { foldName } from '#shared/model/cluster-view';
import type { JsonValue } from '#shared/model/operation';
import type { Release } from '#shared/model/release';
import type { ClusterSnapshot } from '#shared/model/snapshot';

type Row = { readonly [field: string]: JsonValue };

/** What an agent would answer on a cluster, by section; those of nodes by node. */
export interface SnapshotRows {
  readonly cluster: { readonly [Section in ClusterSection]: readonly Row[] };
  /** By the folded name of the node. */
  readonly nodes: ReadonlyMap<string, { readonly [Section in NodeSection]: readonly Row[] }>;
}

const unset = 0xffffffff;
const functionalLevels: { readonly [R in Release]: number | null } = {
  '2008': null,
  '2008R2': null,
  '2012': 8,
  '2012R2': 8,
  '2016': 9,
  '2019': 10,
  '2022': 11,
  '2025': 12,
};

/** The number of a word; the first one where several numbers mean the same. */
function numberOf(table: { readonly [value: number]: string }, word: string): number {
  const found = Object.entries(table).find(([, candidate]) => candidate === word);
  return found === undefined ? -1 : Number(found[0]);
}

function flagsOf(table: { readonly [value: number]: string }, text: string): number {
  return text.split(', ').reduce((sum, word) => sum + Math.max(0, numberOf(table, word)), 0);
}

const size = (bytes: number | null): string | null => (bytes === null ? null : String(bytes));

/** The inverse of the projection: rows as a real cluster's cmdlets would give them. Events: those of each node. */
export function rowsOfSnapshot(snapshot: ClusterSnapshot, events: readonly ClusterEvent[] = []): SnapshotRows {
  return {
    cluster: { ...mainRows(snapshot), ...storageRows(snapshot), ...detailRows(snapshot) },
    nodes: new Map(
      snapshot.nodes.map(({ name }) => [
        foldName(name),
        { ...nodeRows(snapshot, name), events: eventRows(events, name) },
      ]),
    ),
  };
}

function mainRows(snapshot: ClusterSnapshot) {
  const { cluster, nodes, roles, resources, networks, networkInterfaces, quorum } = snapshot;
  const lower = nodes.find(({ name }) => name === cluster.lowerQuorumPriorityNode);
  const diskWitness = quorum.mode === 'nodeAndDiskMajority' || quorum.mode === 'diskOnly';
  const witness = resources.find((resource) =>
    diskWitness
      ? resource.name === quorum.witness
      : ['File Share Quorum Witness', 'Cloud Witness'].includes(resource.resourceType),
  );
  return {
    cluster: [
      {
        Id: cluster.id,
        Name: cluster.name,
        Domain: cluster.domain ?? '',
        ClusterFunctionalLevel: functionalLevels[cluster.release],
        DynamicQuorum: cluster.dynamicQuorum,
        WitnessDynamicWeight: cluster.witnessDynamicWeight,
        LowerQuorumPriorityNodeId: lower?.nodeNumber ?? 0,
        SameSubnetDelay: cluster.sameSubnetDelay,
        SameSubnetThreshold: cluster.sameSubnetThreshold,
        CrossSubnetDelay: cluster.crossSubnetDelay,
        CrossSubnetThreshold: cluster.crossSubnetThreshold,
        CrossSiteDelay: cluster.crossSiteDelay,
        CrossSiteThreshold: cluster.crossSiteThreshold,
        ResiliencyDefaultPeriod: cluster.resiliencyDefaultPeriod / 1000,
        QuarantineThreshold: cluster.quarantineThreshold,
        QuarantineDuration: cluster.quarantineDuration === null ? null : cluster.quarantineDuration / 1000,
        MaximumParallelMigrations: cluster.maximumParallelMigrations,
        DrainOnShutdown: cluster.drainOnShutdown,
        EnableSharedVolumes: cluster.sharedVolumesEnabled ? 1 : 0,
      },
    ],
    nodes: nodes.map((node) => ({
      Id: String(node.nodeNumber),
      Name: node.name,
      State: numberOf(words.nodeStates, node.state),
      StatusInformation: flagsOf(words.nodeFlags, node.statusInformation),
      DrainStatus: numberOf(words.drainStatuses, node.drainStatus),
      NodeWeight: node.nodeWeight,
      DynamicWeight: node.dynamicWeight,
      MajorVersion: 10,
      MinorVersion: 0,
      BuildNumber: node.osBuild === null ? 20348 : Number(node.osBuild.split('.')[0]),
      FaultDomain: node.site === null ? [] : [`Site:${node.site}`],
      Manufacturer: node.manufacturer,
      Model: node.model,
    })),
    groups: roles.map((role) => ({
      Id: role.id,
      Name: role.name,
      GroupType: role.groupType === 'Unknown' ? 9999 : numberOf(words.groupTypeWords, role.groupType),
      IsCoreGroup: role.isCoreGroup,
      State: numberOf(words.roleStates, role.state),
      StatusInformation: flagsOf(words.roleFlags, role.statusInformation),
      OwnerNode: role.ownerNode,
      Priority: role.priority,
      AntiAffinityClassNames: role.antiAffinityClassNames,
      FailoverThreshold: role.failoverThreshold ?? unset,
      FailoverPeriod: role.failoverPeriod,
      AutoFailbackType: role.autoFailbackType,
      FailbackWindowStart: role.failbackWindowStart ?? unset,
      FailbackWindowEnd: role.failbackWindowEnd ?? unset,
      PersistentState: role.persistentState,
    })),
    resources: resources.map((resource) => ({
      Id: resource.id,
      Name: resource.name,
      ResourceType: typeOf(resource.resourceType),
      State: numberOf(words.resourceStates, resource.state),
      StatusInformation: flagsOf(words.resourceFlags, resource.statusInformation),
      OwnerGroup: resource.ownerGroup,
      OwnerNode: resource.ownerNode,
      IsCoreResource: resource.isCoreResource,
      MaintenanceMode: resource.maintenanceMode,
      LooksAlivePollInterval: resource.looksAlivePollInterval === 5000 ? unset : resource.looksAlivePollInterval,
      IsAlivePollInterval: resource.isAlivePollInterval === 60_000 ? unset : resource.isAlivePollInterval,
      PendingTimeout: resource.pendingTimeout,
      DeadlockTimeout: resource.deadlockTimeout,
      RestartThreshold: resource.restartThreshold,
      RestartPeriod: resource.restartPeriod,
      RestartDelay: resource.restartDelay,
      RetryPeriodOnFailure: resource.retryPeriodOnFailure,
      ResourceSpecificStatus: resource.statusReason ?? '',
    })),
    networks: networks.map((network) => ({
      Id: network.id,
      Name: network.name,
      State: numberOf(words.networkStates, network.state),
      Role: numberOf(words.networkRoles, network.role),
      Address: network.address.split('/')[0] ?? '',
      AddressMask: maskOf(Number(network.address.split('/')[1])),
      Ipv6Addresses: [],
      Ipv6PrefixLengths: [],
      Metric: network.metric,
    })),
    interfaces: networkInterfaces.map((one) => ({
      Id: one.id,
      Name: one.name,
      Node: one.node,
      Network: one.network,
      State: numberOf(words.interfaceStates, one.state),
      Address: one.address,
      Ipv6Addresses: [],
    })),
    quorum: [
      {
        QuorumType: quorum.mode === 'diskOnly' ? 2 : 1,
        QuorumResource: quorum.witness === null ? null : (witness?.name ?? null),
        ResourceType: quorum.witness === null ? null : typeOf(witness?.resourceType ?? ''),
      },
    ],
  };
}

/** The name of a resource type from how it is shown. */
function typeOf(shown: string): string {
  const type = 'File Share Witness';
  return shownType({ ResourceType: type }) === shown ? type : shown;
}

function maskOf(prefix: number): string {
  return [0, 8, 16, 24].map((before) => 256 - 2 ** (8 - Math.min(8, Math.max(0, prefix - before)))).join('.');
}

function storageRows({ sharedVolumes, disks }: ClusterSnapshot) {
  return {
    sharedVolumes: sharedVolumes.map((volume) => ({
      Id: volume.id,
      Name: volume.name,
      State: numberOf(words.resourceStates, volume.state),
      OwnerNode: volume.ownerNode,
      Path: volume.path,
      Size: size(volume.size),
      MaintenanceMode: volume.maintenanceMode,
    })),
    sharedVolumeStates: sharedVolumes.flatMap((volume) =>
      volume.nodeStates.map((state) => ({
        Name: volume.name,
        Node: state.node,
        StateInfo: numberOf(words.volumeStates, state.stateInfo),
        BlockRedirectedIOReason: flagsOf(words.blockRedirectionFlags, state.blockRedirectedIOReason),
      })),
    ),
    availableDisks: disks
      .filter(({ use }) => use === 'NotClustered')
      .map((disk) => ({ Id: disk.id, Name: disk.name, Size: size(disk.size) })),
    diskSizes: disks
      .filter(({ use }) => use !== 'NotClustered' && use !== 'SharedVolume')
      .map((disk) => ({ Resource: disk.name, Size: size(disk.size) })),
  };
}

function detailRows(snapshot: ClusterSnapshot) {
  const { roles, resources, networks, virtualMachines, cluster, quorum } = snapshot;
  const used = networks.filter(({ liveMigrationOrder }) => liveMigrationOrder !== null);
  const order = [...used].sort((one, other) => (one.liveMigrationOrder ?? 0) - (other.liveMigrationOrder ?? 0));
  const ofType = (name: string, value: string) => ({
    Owner: 'Virtual Machine',
    Kind: 'type',
    Name: name,
    Value: value,
  });
  return {
    owners: [
      ...roles.map((role) => ({ Kind: 'group', Name: role.name, Owners: role.preferredOwners })),
      ...resources
        .filter(({ possibleOwners }) => possibleOwners.length > 0)
        .map((resource) => ({ Kind: 'resource', Name: resource.name, Owners: resource.possibleOwners })),
    ],
    dependencies: resources.map((resource) => ({ Resource: resource.name, Expression: resource.dependencyExpression })),
    resourceTypes: [...new Set(resources.map(({ resourceType }) => typeOf(resourceType)))].map((type) => ({
      Name: type,
      LooksAlivePollInterval: 5000,
      IsAlivePollInterval: 60_000,
    })),
    parameters: [
      ...resources.flatMap((resource): Row[] => {
        const of = (name: string, value: string) => ({
          Owner: resource.name,
          Kind: 'resource',
          Name: name,
          Value: value,
        });
        switch (resource.resourceType) {
          case 'Virtual Machine': {
            const machine = virtualMachines.find(({ role }) => role === resource.ownerGroup);
            return machine === undefined ? [] : [of('VmID', machine.id)];
          }
          case 'IP Address':
            return resource.isCoreResource && cluster.address !== null ? [of('Address', cluster.address)] : [];
          case 'File Share Quorum Witness':
            return [of('SharePath', quorum.witness ?? '')];
          case 'Cloud Witness':
            return [of('EndpointInfo', quorum.witness ?? '')];
          default:
            return [];
        }
      }),
      ofType('MigrationNetworkOrder', order.map(({ id }) => id).join(';')),
      ofType(
        'MigrationExcludeNetworks',
        networks
          .filter((network) => !used.includes(network))
          .map(({ id }) => id)
          .join(';'),
      ),
    ],
  };
}

function nodeRows(snapshot: ClusterSnapshot, name: string) {
  const machines = snapshot.virtualMachines.filter(({ computerName }) => computerName === name);
  const node = snapshot.nodes.find((candidate) => candidate.name === name);
  return {
    machines: machines.map((machine) => ({
      Id: machine.id,
      Name: machine.name,
      State: machine.state === 'Other' ? 1 : numberOf(words.machineStates, machine.state),
      IsClustered: machine.isClustered,
      Heartbeat: numberOf(words.heartbeats, machine.heartbeat),
      MemoryStartup: size(machine.memoryStartup),
      MemoryAssigned: size(machine.memoryAssigned),
      ProcessorCount: String(machine.processorCount),
      CPUUsage: machine.cpuUsage,
      Path: 'C:\\Machines',
    })),
    machineDisks: machines.flatMap((machine) =>
      machine.disks.map((disk) => ({
        VMId: machine.id,
        Path: `${snapshot.sharedVolumes.find((volume) => volume.name === disk)?.path ?? 'E:'}\\${machine.name}\\disk.vhdx`,
      })),
    ),
    host: [
      {
        LogicalProcessorCount: node?.logicalProcessors ?? null,
        MemoryCapacity: size(node?.memoryTotal ?? null),
        MemoryFree: size(node?.memoryAvailable ?? null),
        Build: node?.osBuild ?? null,
      },
    ],
  };
}

const levels = { critical: 1, error: 2, warning: 3, information: 4 } as const;

function eventRows(events: readonly ClusterEvent[], node: string): readonly Row[] {
  return events
    .filter((event) => event.node === node)
    .map((event) => ({
      RecordId: String(event.sequence),
      TimeCreated: new Date(event.time).toISOString(),
      Id: event.id,
      Level: levels[event.level],
      LogName: event.channel,
      ProviderName: event.source,
      Message: event.message,
      Values: event.subject === null ? [] : [event.subject.name],
    }));
}

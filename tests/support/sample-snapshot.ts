import type { Cluster } from '#shared/model/cluster';
import type { Disk } from '#shared/model/disk';
import type { Migration } from '#shared/model/live-migration';
import type { Network, NetworkInterface } from '#shared/model/network';
import type { Node } from '#shared/model/node';
import type { Operation } from '#shared/model/operation';
import type { Quorum } from '#shared/model/quorum';
import type { Resource } from '#shared/model/resource';
import type { Role } from '#shared/model/role';
import type { SharedVolume } from '#shared/model/shared-volume';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import type { VirtualMachine } from '#shared/model/virtual-machine';

const GB = 1024 ** 3;

/** Changes to one object of the sample, found by its name; a new name adds an object with the sample's usual values. */
type Changes<T> = Readonly<Record<string, Partial<T>>>;

/** What differs from the sample. */
export interface SampleChanges {
  readonly cluster?: Partial<Cluster>;
  readonly quorum?: Partial<Quorum>;
  readonly nodes?: Changes<Node>;
  readonly roles?: Changes<Role>;
  readonly resources?: Changes<Resource>;
  readonly networks?: Changes<Network>;
  readonly disks?: Changes<Disk>;
  readonly sharedVolumes?: Changes<SharedVolume>;
  readonly virtualMachines?: Changes<VirtualMachine>;
  readonly operations?: readonly Operation[];
}

/**
 * A settled cluster for tests: HVCLUSTER, Windows Server 2022, nodes Demo1 and Demo2 (64 GB each), networks Public,
 * Private and iSCSI, a disk witness `Quorum`, the shared volume `CSV1`, disks `LUN7` (of the file server) and `Spare`
 * (Available Storage), `NewDisk` (not clustered), the file server `FS1` on Demo2, the virtual machines `SQL-01` (4 GB,
 * online on Demo1) and `WEB-01` (offline on Demo2), and `TEST-01`, off on Demo1 and not clustered.
 *
 * Name what differs: `sampleSnapshot({ nodes: { Demo2: { state: 'Down' } }, roles: { 'SQL-01': { state: 'Failed' } } })`.
 * A name that the sample does not have adds an object. Nothing else is adapted: a test states all that matters to it.
 */
export function sampleSnapshot(changes: SampleChanges = {}): ClusterSnapshot {
  return {
    time: 0,
    readings: [],
    cluster: { ...cluster, ...changes.cluster },
    quorum: { ...quorum, ...changes.quorum },
    storage: { servers: [], devices: [], sessions: [] },
    operations: changes.operations ?? [],
    nodes: changed([sampleNode('Demo1', 1), sampleNode('Demo2', 2)], changes.nodes, (name) => sampleNode(name, 3)),
    roles: changed(roles, changes.roles, (name) => sampleRole(name)),
    resources: changed(resources, changes.resources, (name) => sampleResource(name)),
    networks: changed(networks, changes.networks, (name) => sampleNetwork(name)),
    networkInterfaces: ['Demo1', 'Demo2'].flatMap((node, index) =>
      networks.map((network): NetworkInterface => {
        const name = `${node} - ${network.name}`;
        return {
          id: `interface-${name}`,
          name,
          node,
          network: network.name,
          state: 'Up',
          address: network.address.replace(/0\/24$/, String(11 + index)),
        };
      }),
    ),
    disks: changed(disks, changes.disks, (name) => sampleDisk(name)),
    sharedVolumes: changed([sampleVolume('CSV1', 1)], changes.sharedVolumes, (name) => sampleVolume(name, 2)),
    virtualMachines: changed(machines, changes.virtualMachines, (name) => sampleMachine(name)),
  };
}

/** A running operation, for tests of what may not happen beside it. */
export function sampleOperation(changes: Partial<Operation> & Pick<Operation, 'command' | 'target'>): Operation {
  return {
    id: 'operation-1',
    label: null,
    title: changes.command,
    input: {},
    initiator: 'administrator',
    parent: null,
    startedAt: 0,
    endedAt: null,
    outcome: 'running',
    error: null,
    progress: { percent: null, text: 'Running', remaining: null },
    cancel: null,
    migration: null,
    ...changes,
  };
}

/** A live migration from Demo1 to Demo2 that copies memory. */
export function sampleMigration(changes: Partial<Migration> = {}): Migration {
  return {
    kind: 'live',
    from: 'Demo1',
    to: 'Demo2',
    network: 'Private',
    step: 2,
    passes: [],
    maximumPasses: 5,
    current: { pass: 1, bytes: 4 * GB, copied: GB, rate: 100_000_000 },
    memory: 4 * GB,
    bytes: GB,
    predicted: { total: 41_437, downtime: 44 },
    downtime: null,
    total: null,
    ...changes,
  };
}

function changed<T extends { readonly name: string }>(
  sample: readonly T[],
  changes: Changes<T> | undefined,
  create: (name: string) => T,
): readonly T[] {
  const known = sample.map((item) => ({ ...item, ...changes?.[item.name] }));
  const added = Object.entries(changes ?? {}).filter(([name]) => !sample.some((item) => item.name === name));
  return [...known, ...added.map(([name, change]) => ({ ...create(name), ...change }))];
}

const cluster: Cluster = {
  id: 'cluster',
  name: 'HVCLUSTER',
  domain: 'sws.com',
  address: '192.168.100.50',
  state: 'Running',
  release: '2022',
  ownerNode: 'Demo1',
  dynamicQuorum: 1,
  witnessDynamicWeight: 1,
  lowerQuorumPriorityNode: null,
  sameSubnetDelay: 1000,
  sameSubnetThreshold: 10,
  crossSubnetDelay: 1000,
  crossSubnetThreshold: 20,
  crossSiteDelay: 1000,
  crossSiteThreshold: 20,
  resiliencyDefaultPeriod: 240_000,
  quarantineThreshold: 3,
  quarantineDuration: 7_200_000,
  maximumParallelMigrations: 1,
  drainOnShutdown: 1,
  sharedVolumesEnabled: true,
};

const quorum: Quorum = {
  name: 'HVCLUSTER',
  state: 'Normal',
  mode: 'nodeAndDiskMajority',
  witness: 'Quorum',
  witnessState: 'Online',
  witnessDynamicWeight: 1,
  votes: 3,
  votesTotal: 3,
  votesNeeded: 2,
  canFailAtOnce: 1,
  canFailOneByOne: 1,
};

function sampleNode(name: string, nodeNumber: number): Node {
  return {
    id: `node-${name}`,
    name,
    nodeNumber,
    state: 'Up',
    statusInformation: 'Normal',
    statusUntil: null,
    drainStatus: 'NotInitiated',
    nodeWeight: 1,
    dynamicWeight: 1,
    site: null,
    osBuild: '20348.2700',
    manufacturer: 'Intel',
    model: 'Xeon E5',
    logicalProcessors: 16,
    memoryTotal: 64 * GB,
    memoryAvailable: 56 * GB,
    processorUsage: null,
  };
}

function sampleRole(name: string, changes: Partial<Role> = {}): Role {
  return {
    id: `role-${name}`,
    name,
    groupType: 'VirtualMachine',
    isCoreGroup: false,
    state: 'Online',
    statusInformation: 'Normal',
    statusReason: null,
    ownerNode: 'Demo1',
    priority: 2000,
    preferredOwners: [],
    antiAffinityClassNames: [],
    failoverThreshold: null,
    failoverPeriod: 6,
    autoFailbackType: 0,
    failbackWindowStart: null,
    failbackWindowEnd: null,
    persistentState: 1,
    ...changes,
  };
}

const roles: readonly Role[] = [
  sampleRole('Cluster Group', { groupType: 'Cluster', isCoreGroup: true }),
  sampleRole('Available Storage', { groupType: 'AvailableStorage', isCoreGroup: true }),
  sampleRole('SQL-01'),
  sampleRole('WEB-01', { state: 'Offline', ownerNode: 'Demo2', persistentState: 0 }),
  sampleRole('FS1', { groupType: 'FileServer', ownerNode: 'Demo2' }),
];

function sampleResource(name: string, changes: Partial<Resource> = {}): Resource {
  return {
    id: `resource-${name}`,
    name,
    resourceType: 'Generic Service',
    state: 'Online',
    statusInformation: 'Normal',
    statusReason: null,
    ownerGroup: 'FS1',
    ownerNode: 'Demo2',
    isCoreResource: false,
    dependencyExpression: '',
    possibleOwners: [],
    maintenanceMode: false,
    looksAlivePollInterval: 5000,
    isAlivePollInterval: 60_000,
    pendingTimeout: 180_000,
    deadlockTimeout: 300_000,
    restartThreshold: 1,
    restartPeriod: 900_000,
    restartDelay: 500,
    retryPeriodOnFailure: 3_600_000,
    ...changes,
  };
}

function machineResources(
  name: string,
  changes: Pick<Resource, 'ownerGroup' | 'ownerNode' | 'state'>,
): readonly Resource[] {
  const configuration = `Virtual Machine Configuration ${name}`;
  return [
    sampleResource(configuration, { resourceType: 'Virtual Machine Configuration', ...changes }),
    sampleResource(`Virtual Machine ${name}`, {
      resourceType: 'Virtual Machine',
      dependencyExpression: `([${configuration}])`,
      ...changes,
    }),
  ];
}

const core = { ownerGroup: 'Cluster Group', ownerNode: 'Demo1', isCoreResource: true } as const;

const resources: readonly Resource[] = [
  sampleResource('Cluster IP Address', { resourceType: 'IP Address', ...core }),
  sampleResource('Cluster Name', {
    resourceType: 'Network Name',
    dependencyExpression: '([Cluster IP Address])',
    ...core,
  }),
  sampleResource('Quorum', { resourceType: 'Physical Disk', ...core }),
  sampleResource('Spare', { resourceType: 'Physical Disk', ownerGroup: 'Available Storage', ownerNode: 'Demo1' }),
  ...machineResources('SQL-01', { ownerGroup: 'SQL-01', ownerNode: 'Demo1', state: 'Online' }),
  ...machineResources('WEB-01', { ownerGroup: 'WEB-01', ownerNode: 'Demo2', state: 'Offline' }),
  sampleResource('LUN7', { resourceType: 'Physical Disk' }),
  sampleResource('IP Address 192.168.100.60', { resourceType: 'IP Address' }),
  sampleResource('FS1 Network Name', {
    resourceType: 'Network Name',
    dependencyExpression: '([IP Address 192.168.100.60])',
  }),
  sampleResource('FS1', {
    resourceType: 'File Server',
    dependencyExpression: '([FS1 Network Name]) and ([LUN7])',
  }),
];

function sampleNetwork(name: string, changes: Partial<Network> = {}): Network {
  return {
    id: `network-${name}`,
    name,
    state: 'Up',
    role: 'ClusterAndClient',
    address: '192.168.100.0/24',
    metric: 1000,
    liveMigrationOrder: null,
    bandwidth: 1_000_000_000,
    ...changes,
  };
}

const networks: readonly Network[] = [
  sampleNetwork('Public', { liveMigrationOrder: 2, metric: 2000 }),
  sampleNetwork('Private', { role: 'Cluster', address: '10.10.10.0/24', liveMigrationOrder: 1 }),
  sampleNetwork('iSCSI', { role: 'None', address: '172.30.100.0/24', metric: 3000 }),
];

function sampleDisk(name: string, changes: Partial<Disk> = {}): Disk {
  return {
    id: `disk-${name}`,
    name,
    state: 'Online',
    use: 'AvailableStorage',
    ownerGroup: 'Available Storage',
    ownerNode: 'Demo1',
    size: 50 * GB,
    maintenanceMode: false,
    statusReason: null,
    throughput: 128 * 1024 ** 2,
    ...changes,
  };
}

const disks: readonly Disk[] = [
  sampleDisk('Quorum', { use: 'Witness', ownerGroup: 'Cluster Group', size: GB }),
  sampleDisk('CSV1', { use: 'SharedVolume', ownerGroup: 'Cluster Shared Volumes', size: 500 * GB }),
  sampleDisk('LUN7', { use: 'Role', ownerGroup: 'FS1', ownerNode: 'Demo2' }),
  sampleDisk('Spare'),
  sampleDisk('NewDisk', { use: 'NotClustered', ownerGroup: null, ownerNode: null, state: 'Offline' }),
];

function sampleVolume(name: string, number: number): SharedVolume {
  return {
    id: `volume-${name}`,
    name,
    state: 'Online',
    ownerNode: 'Demo1',
    path: `C:\\ClusterStorage\\Volume${number}`,
    size: 500 * GB,
    maintenanceMode: false,
    nodeStates: ['Demo1', 'Demo2'].map((node) => ({
      node,
      stateInfo: 'Direct',
      blockRedirectedIOReason: 'NotBlockRedirected',
    })),
  };
}

function sampleMachine(name: string, changes: Partial<VirtualMachine> = {}): VirtualMachine {
  return {
    id: `machine-${name}`,
    name,
    state: 'Running',
    computerName: 'Demo1',
    isClustered: true,
    role: name,
    heartbeat: 'OkApplicationsUnknown',
    memoryStartup: 4 * GB,
    memoryAssigned: 4 * GB,
    processorCount: 2,
    cpuUsage: null,
    disks: ['CSV1'],
    ...changes,
  };
}

const off = { state: 'Off', heartbeat: 'Unknown', memoryAssigned: 0 } as const;

const machines: readonly VirtualMachine[] = [
  sampleMachine('SQL-01'),
  sampleMachine('WEB-01', { ...off, computerName: 'Demo2' }),
  sampleMachine('TEST-01', { ...off, isClustered: false, role: null }),
];

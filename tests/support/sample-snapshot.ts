import type { Cluster } from '#shared/model/cluster';
import type { Disk } from '#shared/model/disk';
import type { Network } from '#shared/model/network';
import type { Node } from '#shared/model/node';
import type { Operation } from '#shared/model/operation';
import type { Quorum } from '#shared/model/quorum';
import type { Resource } from '#shared/model/resource';
import type { Role } from '#shared/model/role';
import type { SharedVolume } from '#shared/model/shared-volume';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import type { VirtualMachine } from '#shared/model/virtual-machine';
import {
  GB,
  sampleDisk,
  sampleInterface,
  sampleMachine,
  sampleNetwork,
  sampleNode,
  sampleResource,
  sampleRole,
  sampleVolume,
} from './sample-objects';

export { sampleMigration, sampleOperation } from './sample-objects';

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
    nodes: changed([sampleNode('Demo1'), sampleNode('Demo2', { nodeNumber: 2 })], changes.nodes, (name) =>
      sampleNode(name, { nodeNumber: 3 }),
    ),
    roles: changed(roles, changes.roles, (name) => sampleRole(name)),
    resources: changed(resources, changes.resources, (name) => sampleResource(name)),
    networks: changed(networks, changes.networks, (name) => sampleNetwork(name)),
    networkInterfaces: ['Demo1', 'Demo2'].flatMap((node, index) =>
      networks.map((network) =>
        sampleInterface(node, network.name, { address: network.address.replace(/0\/24$/, String(11 + index)) }),
      ),
    ),
    disks: changed(disks, changes.disks, (name) => sampleDisk(name)),
    sharedVolumes: changed([sampleVolume('CSV1')], changes.sharedVolumes, (name) =>
      sampleVolume(name, { path: 'C:\\ClusterStorage\\Volume2' }),
    ),
    virtualMachines: changed(machines, changes.virtualMachines, (name) => sampleMachine(name)),
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

const roles: readonly Role[] = [
  sampleRole('Cluster Group', { groupType: 'Cluster', isCoreGroup: true }),
  sampleRole('Available Storage', { groupType: 'AvailableStorage', isCoreGroup: true }),
  sampleRole('SQL-01'),
  sampleRole('WEB-01', { state: 'Offline', ownerNode: 'Demo2', persistentState: 0 }),
  sampleRole('FS1', { groupType: 'FileServer', ownerNode: 'Demo2' }),
];

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

const networks: readonly Network[] = [
  sampleNetwork('Public', { liveMigrationOrder: 2, metric: 2000 }),
  sampleNetwork('Private', { role: 'Cluster', address: '10.10.10.0/24', liveMigrationOrder: 1 }),
  sampleNetwork('iSCSI', { role: 'None', address: '172.30.100.0/24', metric: 3000 }),
];

const disks: readonly Disk[] = [
  sampleDisk('Quorum', { use: 'Witness', ownerGroup: 'Cluster Group', size: GB }),
  sampleDisk('CSV1', { use: 'SharedVolume', ownerGroup: 'Cluster Shared Volumes', size: 500 * GB }),
  sampleDisk('LUN7', { use: 'Role', ownerGroup: 'FS1', ownerNode: 'Demo2' }),
  sampleDisk('Spare'),
  sampleDisk('NewDisk', { use: 'NotClustered', ownerGroup: null, ownerNode: null, state: 'Offline' }),
];

const off = { state: 'Off', heartbeat: 'Unknown', memoryAssigned: 0 } as const;

const machines: readonly VirtualMachine[] = [
  sampleMachine('SQL-01'),
  sampleMachine('WEB-01', { ...off, computerName: 'Demo2' }),
  sampleMachine('TEST-01', { ...off, isClustered: false, role: null }),
];

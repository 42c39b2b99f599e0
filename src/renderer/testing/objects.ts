import type { ClusterEvent } from '#shared/model/cluster-event';
import type { Disk } from '#shared/model/disk';
import type { Migration } from '#shared/model/live-migration';
import type { Network, NetworkInterface } from '#shared/model/network';
import type { Node } from '#shared/model/node';
import type { Operation } from '#shared/model/operation';
import type { Resource } from '#shared/model/resource';
import type { Role } from '#shared/model/role';
import type { SharedVolume } from '#shared/model/shared-volume';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import type { VirtualMachine } from '#shared/model/virtual-machine';
import { emptySnapshot } from '../lib/empty-snapshot';

/** One gigabyte and one megabyte, in bytes. */
export const gigabyte = 1024 ** 3;
export const megabyte = 1024 ** 2;

export function aNode(name: string, more: Partial<Node> = {}): Node {
  return {
    id: `node-${name}`,
    name,
    nodeNumber: 1,
    state: 'Up',
    statusInformation: 'Normal',
    statusUntil: null,
    drainStatus: 'NotInitiated',
    nodeWeight: 1,
    dynamicWeight: 1,
    site: null,
    osBuild: '20348.2700',
    manufacturer: null,
    model: null,
    logicalProcessors: 16,
    memoryTotal: 64 * gigabyte,
    memoryAvailable: 40 * gigabyte,
    processorUsage: null,
    ...more,
  };
}

export function aRole(name: string, more: Partial<Role> = {}): Role {
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
    ...more,
  };
}

export function aResource(name: string, ownerGroup: string, more: Partial<Resource> = {}): Resource {
  return {
    id: `resource-${name}`,
    name,
    resourceType: 'Virtual Machine',
    state: 'Online',
    statusInformation: 'Normal',
    statusReason: null,
    ownerGroup,
    ownerNode: 'Demo1',
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
    ...more,
  };
}

export function aMachine(name: string, more: Partial<VirtualMachine> = {}): VirtualMachine {
  return {
    id: `vm-${name}`,
    name,
    state: 'Running',
    computerName: 'Demo1',
    isClustered: true,
    role: name,
    heartbeat: 'OkApplicationsUnknown',
    memoryStartup: 8 * gigabyte,
    memoryAssigned: 8 * gigabyte,
    processorCount: 2,
    cpuUsage: null,
    disks: [],
    ...more,
  };
}

export function aMigration(more: Partial<Migration> = {}): Migration {
  return {
    kind: 'live',
    from: 'Demo1',
    to: 'Demo2',
    network: 'Private',
    step: 2,
    passes: [],
    maximumPasses: 5,
    current: null,
    memory: 8 * gigabyte,
    bytes: 0,
    predicted: { total: 90_000, downtime: 41 },
    downtime: null,
    total: null,
    ...more,
  };
}

export function anOperation(more: Partial<Operation> = {}): Operation {
  return {
    id: 'operation-1',
    label: null,
    command: 'role.liveMigrate',
    title: 'Live migrate SQL-01 to Demo2',
    input: { role: 'SQL-01', destination: 'Demo2' },
    target: { kind: 'role', name: 'SQL-01' },
    initiator: 'administrator',
    parent: null,
    startedAt: 0,
    endedAt: null,
    outcome: 'running',
    error: null,
    progress: { percent: null, text: '', remaining: null },
    cancel: null,
    migration: null,
    ...more,
  };
}

export function aDisk(name: string, more: Partial<Disk> = {}): Disk {
  return {
    id: `disk-${name}`,
    name,
    state: 'Online',
    use: 'AvailableStorage',
    ownerGroup: 'Available Storage',
    ownerNode: 'Demo1',
    size: 100 * gigabyte,
    maintenanceMode: false,
    statusReason: null,
    throughput: null,
    ...more,
  };
}

export function aSharedVolume(name: string, more: Partial<SharedVolume> = {}): SharedVolume {
  return {
    id: `volume-${name}`,
    name,
    state: 'Online',
    ownerNode: 'Demo1',
    path: 'C:\\ClusterStorage\\Volume1',
    size: 500 * gigabyte,
    maintenanceMode: false,
    nodeStates: [],
    ...more,
  };
}

export function aNetwork(name: string, more: Partial<Network> = {}): Network {
  return {
    id: `network-${name}`,
    name,
    state: 'Up',
    role: 'ClusterAndClient',
    address: '192.168.100.0/24',
    metric: 1000,
    liveMigrationOrder: 1,
    bandwidth: 1_000_000_000,
    ...more,
  };
}

export function anInterface(node: string, network: string, more: Partial<NetworkInterface> = {}): NetworkInterface {
  return {
    id: `interface-${node}-${network}`,
    name: `${node} - ${network}`,
    node,
    network,
    state: 'Up',
    address: '192.168.100.11',
    ...more,
  };
}

export function anEvent(more: Partial<ClusterEvent> = {}): ClusterEvent {
  return {
    sequence: 1,
    time: 1000,
    id: 1069,
    level: 'error',
    channel: 'System',
    source: 'Microsoft-Windows-FailoverClustering',
    node: 'Demo1',
    subject: { kind: 'role', name: 'SQL-01' },
    message: 'Cluster resource Virtual Machine SQL-01 failed.',
    ...more,
  };
}

/** A snapshot of a running cluster HVCLUSTER with what is given. */
export function aSnapshot(more: Partial<ClusterSnapshot> = {}): ClusterSnapshot {
  return {
    ...emptySnapshot,
    cluster: { ...emptySnapshot.cluster, id: 'cluster', name: 'HVCLUSTER', state: 'Running', ownerNode: 'Demo1' },
    quorum: {
      ...emptySnapshot.quorum,
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
    },
    ...more,
  };
}

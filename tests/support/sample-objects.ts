import type { ClusterEvent } from '#shared/model/cluster-event';
import type { Disk } from '#shared/model/disk';
import type { Migration } from '#shared/model/live-migration';
import type { Network, NetworkInterface } from '#shared/model/network';
import type { Node } from '#shared/model/node';
import type { Operation } from '#shared/model/operation';
import type { Resource } from '#shared/model/resource';
import type { Role } from '#shared/model/role';
import type { SharedVolume } from '#shared/model/shared-volume';
import type { VirtualMachine } from '#shared/model/virtual-machine';

/** A megabyte and a gigabyte in bytes. */
export const MB = 1024 ** 2;
export const GB = 1024 ** 3;

/** A node that is up, with 64 GB. */
export function sampleNode(name: string, changes: Partial<Node> = {}): Node {
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
    manufacturer: 'Intel',
    model: 'Xeon E5',
    logicalProcessors: 16,
    memoryTotal: 64 * GB,
    memoryAvailable: 56 * GB,
    processorUsage: null,
    ...changes,
  };
}

/** A virtual machine's role, online on Demo1. */
export function sampleRole(name: string, changes: Partial<Role> = {}): Role {
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
    guestCluster: null,
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

/** A resource of FS1, online on Demo2. */
export function sampleResource(name: string, changes: Partial<Resource> = {}): Resource {
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

/** A network that is up. */
export function sampleNetwork(name: string, changes: Partial<Network> = {}): Network {
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

/** A disk of Available Storage. */
export function sampleDisk(name: string, changes: Partial<Disk> = {}): Disk {
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
    device: null,
    throughput: 128 * 1024 ** 2,
    ...changes,
  };
}

/** A shared volume that both nodes reach directly. */
export function sampleVolume(name: string, changes: Partial<SharedVolume> = {}): SharedVolume {
  return {
    id: `volume-${name}`,
    name,
    state: 'Online',
    ownerNode: 'Demo1',
    path: 'C:\\ClusterStorage\\Volume1',
    size: 500 * GB,
    maintenanceMode: false,
    nodeStates: ['Demo1', 'Demo2'].map((node) => ({
      node,
      stateInfo: 'Direct',
      blockRedirectedIOReason: 'NotBlockRedirected',
    })),
    ...changes,
  };
}

/** A machine with 4 GB that runs on Demo1. */
export function sampleMachine(name: string, changes: Partial<VirtualMachine> = {}): VirtualMachine {
  return {
    id: `machine-${name}`,
    name,
    state: 'Running',
    computerName: 'Demo1',
    isClustered: true,
    role: name,
    guestCluster: null,
    heartbeat: 'OkApplicationsUnknown',
    memoryStartup: 4 * GB,
    memoryAssigned: 4 * GB,
    processorCount: 2,
    cpuUsage: null,
    disks: ['CSV1'],
    ...changes,
  };
}

/** A node's interface that is up. */
export function sampleInterface(
  node: string,
  network: string,
  changes: Partial<NetworkInterface> = {},
): NetworkInterface {
  const name = `${node} - ${network}`;
  return { id: `interface-${name}`, name, node, network, state: 'Up', address: '192.168.100.11', ...changes };
}

/** A failure of SQL-01, logged by Demo1. */
export function sampleEvent(changes: Partial<ClusterEvent> = {}): ClusterEvent {
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
    ...changes,
  };
}

/** A running operation; by itself the live migration of SQL-01. */
export function sampleOperation(changes: Partial<Operation> = {}): Operation {
  return {
    id: 'operation-1',
    label: null,
    command: 'role.liveMigrate',
    title: changes.command ?? 'Live migrate SQL-01 to Demo2',
    target: { kind: 'role', name: 'SQL-01' },
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

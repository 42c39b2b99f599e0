import type { GuestClusterState } from '../state/guest-cluster-state';
import type { SimulationState } from '../state/simulation-state';

/**
 * The state that the rules of a guest cluster work with: its own nodes, networks, disks and configuration; the time, the queue,
 * chance, numbers, events, operations and storage servers are those of its hosts. It is a view: only what it shows is saved.
 */
export function guestState(hosts: SimulationState, cluster: GuestClusterState): SimulationState {
  return {
    get now() {
      return hosts.now;
    },
    get random() {
      return hosts.random;
    },
    set random(value) {
      hosts.random = value;
    },
    get nextQueueId() {
      return hosts.nextQueueId;
    },
    set nextQueueId(value) {
      hosts.nextQueueId = value;
    },
    get primary() {
      return cluster.primary;
    },
    set primary(value) {
      cluster.primary = value;
    },
    release: cluster.release,
    queue: hosts.queue,
    cancelled: hosts.cancelled,
    numbers: hosts.numbers,
    formed: true,
    databases: cluster.databases,
    nodes: cluster.nodes,
    networks: cluster.networks,
    interfaces: cluster.interfaces,
    disks: cluster.disks,
    servers: hosts.servers,
    devices: hosts.devices,
    sessions: cluster.sessions,
    mpio: hosts.mpio,
    validation: null,
    witnessWorking: true,
    machines: new Map(),
    guestClusters: new Map(),
    migrations: new Map(),
    storageMigrations: new Map(),
    flows: new Map(),
    operations: hosts.operations,
    progressing: hosts.progressing,
    files: hosts.files,
    events: hosts.events,
  };
}

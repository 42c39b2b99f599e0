/** What validation and live migration look at in a processor. */
export interface ScenarioProcessor {
  readonly vendor: string;
  readonly model: string;
  readonly logicalProcessors: number;
  readonly is64Bit: boolean;
  /** Hardware-assisted virtualization is on. */
  readonly virtualization: boolean;
  /** Hardware-enforced data execution prevention is on. */
  readonly executionPrevention: boolean;
}

/** One adapter of a server. */
export interface ScenarioInterface {
  readonly network: string;
  /** IPv4. It may lie outside the network's subnet: then the server is in another subnet of the same size. */
  readonly address: string;
}

/** One server of the cluster. */
export interface ScenarioNode {
  readonly name: string;
  /** Bytes. */
  readonly memory: number;
  readonly cpu: ScenarioProcessor;
  /** Null: none is set. */
  readonly site: string | null;
  /** NodeWeight. */
  readonly vote: 0 | 1;
  /** Whether it is running when the scenario starts. */
  readonly state: 'up' | 'off';
  readonly osBuild: string;
  /** Memory in bytes that the host keeps for itself. */
  readonly hostReserve: number;
  /** In the order of the networks. */
  readonly interfaces: readonly ScenarioInterface[];
}

/** One network that joins the servers. */
export interface ScenarioNetwork {
  readonly name: string;
  /** CIDR, for example `10.10.10.0/24`. */
  readonly subnet: string;
  readonly role: 'none' | 'cluster' | 'clusterAndClient';
  /** Bits a second, in each direction of each interface. */
  readonly bandwidth: number;
  /** Rank, the lowest first; null: never used for live migration. */
  readonly liveMigration: number | null;
  /** Milliseconds, may be a fraction. */
  readonly latency: number;
}

/** A server that offers disks over iSCSI. */
export interface ScenarioStorageServer {
  readonly name: string;
  readonly interfaces: readonly ScenarioInterface[];
}

/** One side of a mirrored device. */
export interface ScenarioMirror {
  readonly server: string;
  readonly target: string;
  readonly priority: 'primary' | 'secondary';
}

/** A device that one storage server offers, or two as a synchronous mirror. */
export interface ScenarioDevice {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** One or two; exactly one is primary. */
  readonly mirrors: readonly ScenarioMirror[];
  readonly synchronized: boolean;
  /** Bytes a second of a synchronization. */
  readonly syncRate: number;
}

/** One iSCSI session. */
export interface ScenarioSession {
  readonly node: string;
  readonly server: string;
}

/** What stands behind the disks. */
export interface ScenarioStorage {
  readonly servers: readonly ScenarioStorageServer[];
  readonly devices: readonly ScenarioDevice[];
  /** Sessions at the start, by node and then by server. */
  readonly sessions: readonly ScenarioSession[];
  readonly mpio: 'none' | 'failOverOnly' | 'roundRobin';
}

/** One LUN. */
export interface ScenarioDisk {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The device it lies on; null: a plain LUN that is always up. */
  readonly device: string | null;
  readonly use: 'witness' | 'csv' | 'role' | 'available';
  /** Null: its role's owner, else the first node that is up. */
  readonly owner: string | null;
  /** Bytes a second of reading and of writing, shared by simultaneous users. */
  readonly throughput: number;
  /** SCSI-3 persistent reservations; without them it fails validation and cannot be clustered. */
  readonly persistentReservations: boolean;
  readonly bus: 'iSCSI' | 'FC' | 'SAS';
}

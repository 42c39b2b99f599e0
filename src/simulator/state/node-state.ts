import type { ScenarioProcessor } from '../scenario/scenario-fabric';

/**
 * What the cluster service of a server does. `waiting`: it started and looks for a cluster to join or others to form one with.
 * `running`: it is a member of a partition.
 */
export type ServiceState = 'stopped' | 'waiting' | 'running';

/** One server as it physically is, whatever the cluster knows of it. Sizes in bytes. */
export interface NodeState {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly memory: number;
  readonly hostReserve: number;
  readonly processor: ScenarioProcessor;
  readonly site: string | null;
  readonly osBuild: string;
  powered: boolean;
  service: ServiceState;
  /** The database of the partition that it is a running member of; null while its service does not run. */
  database: string | null;
  /** The database whose configuration it runs, or has on its own disk while its service does not run. */
  copy: string;
  /** Version of the cluster configuration that it has on its own disk while it is not a member. */
  configurationVersion: number;
  /** It waits until it can join and never forms a cluster. */
  preventQuorum: boolean;
  /** It forms a cluster by force when its service starts. */
  forceQuorum: boolean;
  /** It has power and is not ready yet. */
  booting: boolean;
  /** Queue id of the boot or the start of the service that is due; null when none is. */
  starting: number | null;
  /** When the service began to look for a cluster: it tries then and every 5 s after. */
  waitingSince: number;
  /** Numbers of the events about its search that were logged since then: each is told once. */
  toldSince: number[];
  /** Memory given to machines on it, or promised to ones that are on their way to it. */
  committed: number;
  /** How many machines that is. */
  crowd: number;
}

/** One role on its way out of a node that is drained. */
export interface DrainMove {
  readonly role: string;
  operation: string | null;
  readonly tried: string[];
}

/** How a drain of a node stands. */
export interface DrainState {
  status: 'NotInitiated' | 'InProgress' | 'Completed' | 'Failed';
  /** How the drain of the present pause ended: a planned leaving changes the status only for its own time. */
  ended: 'NotInitiated' | 'Completed' | 'Failed';
  /** The operation that asked for it; null when it has none (any more). */
  operation: string | null;
  /** Where everything has to go; null: each to its best possible node. */
  destination: string | null;
  /** Roles that still have to leave, each with the move that is under way and the nodes that it was tried on. */
  pending: DrainMove[];
  /** Roles that could not leave. */
  stuck: string[];
  /** What follows when all have left. */
  then: 'pause' | 'stop' | 'restart' | 'evict';
}

/** What a partition's configuration says of one server. */
export interface NodeRecord {
  readonly node: string;
  /** NodeWeight. */
  weight: 0 | 1;
  dynamicWeight: 0 | 1;
  paused: boolean;
  readonly drain: DrainState;
  /** Roles that a drain took away from it: resume with failback brings them back. */
  drained: string[];
  /** Until when it is isolated, with the queue id of the end; null when it is not. */
  isolation: { readonly until: number; readonly event: number } | null;
  /**
   * Until when it is quarantined; null when it is not. `refused`: its service was not let in since it started last. `told`: the
   * node itself knows of it.
   */
  quarantine: {
    readonly until: number;
    readonly event: number;
    readonly refused: boolean;
    readonly told: boolean;
  } | null;
  /** Times of its ungraceful leaves. */
  leaves: number[];
}

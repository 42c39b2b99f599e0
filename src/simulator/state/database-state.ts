import type { QuorumMode } from '#shared/model/quorum';
import type { ClusterSettings } from '../engine/settings';
import type { SettingName } from '../scenario/scenario-settings';
import type { NodeRecord } from './node-state';
import type { ResourceState } from './resource-state';
import type { RoleState } from './role-state';
import type { VolumeState } from './storage-state';

/** The witness of a cluster. A share or cloud witness has its address, a disk witness the id of its disk. */
export type WitnessState =
  | { readonly kind: 'disk'; readonly disk: string; readonly resource: string }
  | { readonly kind: 'share' | 'cloud'; readonly address: string; readonly resource: string };

/** How the votes of a cluster are counted. */
export interface QuorumState {
  mode: QuorumMode;
  witness: WitnessState | null;
  /** The vote of the witness now; without dynamic quorum 1 while one is configured. */
  witnessWeight: 0 | 1;
  /** The node whose vote was taken to make the number odd; null: none. */
  tieBroken: string | null;
  /** Node that gives up its vote first; null: none is set. */
  lowerPriorityNode: string | null;
  /** Version of the configuration on a disk witness. */
  witnessVersion: number;
}

/** Votes that a membership agreed on. */
export interface AgreedVotes {
  /** By node id; only those that have one. */
  readonly nodes: { readonly [node: string]: number };
  /** 1 when the witness has one. */
  readonly witness: 0 | 1;
}

/** A regroup under way. */
export interface RegroupState {
  readonly endsAt: number;
  readonly event: number;
  /** The votes from before it began, by which it decides. */
  readonly votes: AgreedVotes;
}

/** Beats in a row that one member misses of another on one network. Times in milliseconds. */
export interface MissedBeats {
  /** When the first of them was sent. */
  readonly first: number;
  /** Since when the path works again; null while it is broken. The next beat ends the row. */
  readonly healed: number | null;
}

/**
 * The cluster database as one partition knows it, shared by all its members. It stays when no node runs it: each node then
 * has a copy on its disk. There is one, until a partition is started by force: that one has a copy that goes its own way, until
 * all nodes have joined it.
 */
export interface DatabaseState {
  readonly id: string;
  /** Grows with each change of membership: who has the highest has the latest configuration. */
  version: number;
  /** Nodes that run it, by number; empty while none does. */
  members: string[];
  /** It was started without quorum by command, and has none of its own yet. */
  forced: boolean;
  name: string;
  readonly domain: string | null;
  address: string | null;
  sharedVolumesEnabled: boolean;
  settings: ClusterSettings;
  /** Settings that the scenario or a command gave: the defaults of others may still change with the cluster. */
  readonly givenSettings: Set<SettingName>;
  quorum: QuorumState;
  /** How many nodes the settings are made for. */
  nodeCount: number;
  /** Configured nodes, by id. */
  readonly records: Map<string, NodeRecord>;
  readonly roles: Map<string, RoleState>;
  readonly resources: Map<string, ResourceState>;
  readonly volumes: Map<string, VolumeState>;
  /** Beats that members miss of each other, by `node|node|network`, the lower node number first. */
  readonly missed: Map<string, MissedBeats>;
  /** Pairs of members, `node|node`, that gave each other up and wait for the regroup. */
  readonly unreachable: Set<string>;
  /** Queue id of the next moment at which missed heartbeats are noticed; null while all are well. */
  heartbeat: number | null;
  regroup: RegroupState | null;
  /** Queue id of the health check that will notice that the witness is lost or back; null while nothing is to be noticed. */
  witnessCheck: number | null;
  /** The shutting down of the cluster that is under way, its operation; null when none is. */
  shutdown: string | null;
  /** Live migrations in order of request, those that wait and those that run. */
  migrations: string[];
  /** Roles that wait for room. */
  readonly lacking: Set<string>;
  /** Roles that the cluster starts by itself and that are not online yet, by priority. */
  readonly starting: Map<number, Set<string>>;
}

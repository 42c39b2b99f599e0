import type { QuorumMode } from '#shared/model/quorum';
import type { ClusterSettings } from '../engine/settings';
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
}

/** A regroup under way. */
export interface RegroupState {
  readonly endsAt: number;
  readonly event: number;
  /** The challenge for the witness disk of a dead owner has been waited for. */
  readonly challenged: boolean;
}

/** Votes that a membership agreed on. */
export interface AgreedVotes {
  readonly nodes: { readonly [node: string]: number };
  readonly witness: number;
}

/**
 * The cluster database as one partition knows it. There is one, shared by all members, unless a forced partition runs
 * beside another. It stays when no node runs it: each node then has a copy on its disk.
 */
export interface DatabaseState {
  readonly id: string;
  /** Grows with each change of membership: who has the highest has the latest configuration. */
  version: number;
  /** Nodes that run it, by number; empty while none does. */
  members: string[];
  /** It was started without quorum by command. */
  forced: boolean;
  name: string;
  readonly domain: string | null;
  address: string | null;
  sharedVolumesEnabled: boolean;
  settings: ClusterSettings;
  quorum: QuorumState;
  /** Configured nodes, by id. */
  readonly records: Map<string, NodeRecord>;
  readonly roles: Map<string, RoleState>;
  readonly resources: Map<string, ResourceState>;
  readonly volumes: Map<string, VolumeState>;
  /** Since when members miss each other's heartbeats, by `node|node|network`: the time of the first missed beat. */
  readonly missed: Map<string, number>;
  /** Pairs of members, `node|node`, that gave each other up and wait for the regroup. */
  readonly unreachable: Set<string>;
  /** Queue id of the next moment at which missed heartbeats are noticed; null while all are well. */
  heartbeat: number | null;
  regroup: RegroupState | null;
  /** Queue id of the next look at the states of networks and interfaces; null while nothing is to be noticed. */
  networkCheck: number | null;
  /** Live migrations in order of request, those that wait and those that run. */
  migrations: string[];
  /** Roles that wait for room. */
  readonly lacking: Set<string>;
}

import type { FabricState } from '../faults/fault';
import type { ClusterError } from '../model/cluster-error';
import type { ClusterEvent } from '../model/cluster-event';
import type { ClusterDelta, ClusterSnapshot } from '../model/snapshot';

/** How a connection to a cluster stands. */
export type ConnectionState =
  | { readonly status: 'connecting' }
  /**
   * `onlyLooks`: the far end does not let this account change anything. `reports`: then commands that only read run all the same;
   * without it no command runs.
   */
  | { readonly status: 'connected'; readonly onlyLooks?: true; readonly reports?: true }
  | { readonly status: 'lost'; readonly error: ClusterError };

/** What a backend cannot or need not do is greyed out with this. */
export interface BackendCapabilities {
  /** The simulated cluster: it has a clock and fault switches, and nothing touches a real server. */
  readonly training: boolean;
  /** Commands that change something are refused: it was chosen so. */
  readonly readOnly: boolean;
  /** Commands run in a session on a node, which has no credentials for other nodes: see `secondHopWarning`. */
  readonly secondHop: boolean;
}

/** The clock of a training cluster. */
export interface ClockState {
  /** Simulated milliseconds since the start of the scenario, which is 00:00 of day 1. */
  readonly now: number;
  /** Simulated milliseconds in one real millisecond. */
  readonly speed: number;
  readonly paused: boolean;
  /** Time of the next thing that will happen; null when nothing is left. */
  readonly nextEventAt: number | null;
}

/**
 * What a backend tells whoever subscribed. The first one after subscribing is a snapshot; how the connection stands can be
 * told before it, where nothing could be read yet.
 */
export type ClusterUpdate =
  | { readonly kind: 'snapshot'; readonly revision: number; readonly snapshot: ClusterSnapshot }
  | { readonly kind: 'delta'; readonly delta: ClusterDelta }
  | { readonly kind: 'events'; readonly events: readonly ClusterEvent[] }
  | { readonly kind: 'clock'; readonly clock: ClockState }
  | { readonly kind: 'fabric'; readonly fabric: FabricState }
  | { readonly kind: 'connection'; readonly connection: ConnectionState };

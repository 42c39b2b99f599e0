import type { ObjectReference } from './object-reference';

/** Severity, worst first. */
export const eventLevels = ['critical', 'error', 'warning', 'information'] as const;

/** One severity. */
export type EventLevel = (typeof eventLevels)[number];

/** One entry of a node's event log. */
export interface ClusterEvent {
  /**
   * Grows by one with each event that a backend has seen; unique within a connection. Older ones that a real cluster's nodes
   * are asked for later count down from 0.
   */
  readonly sequence: number;
  /** Cluster time, see `ClusterSnapshot.time`. */
  readonly time: number;
  /** Windows' event number. */
  readonly id: number;
  readonly level: EventLevel;
  /** `System` or `Microsoft-Windows-FailoverClustering/Operational` and so on. */
  readonly channel: string;
  readonly source: string;
  /** The node that logged it. */
  readonly node: string;
  /** The object it is about; null when it is about none. */
  readonly subject: ObjectReference | null;
  readonly message: string;
}

import type { Release } from './release';

/** Running: some partition runs the cluster service with quorum. NotFormed: the servers exist, the cluster does not yet. */
export type ClusterState = 'Running' | 'Stopped' | 'NotFormed';

/** The cluster itself. Property names are those of `Get-Cluster`, in camel case; durations in milliseconds unless said. */
export interface Cluster {
  readonly id: string;
  readonly name: string;
  /** DNS domain; null when unknown. */
  readonly domain: string | null;
  /** Address of the Cluster IP Address resource; null when it has none or it is unknown. */
  readonly address: string | null;
  readonly state: ClusterState;
  readonly release: Release;
  /** The node that owns the core resources; null while the cluster does not run. */
  readonly ownerNode: string | null;
  readonly dynamicQuorum: 0 | 1;
  /** 1 while the witness has a vote, else 0. */
  readonly witnessDynamicWeight: 0 | 1;
  readonly lowerQuorumPriorityNode: string | null;
  readonly sameSubnetDelay: number;
  /** Missed heartbeats. */
  readonly sameSubnetThreshold: number;
  readonly crossSubnetDelay: number;
  readonly crossSubnetThreshold: number;
  readonly crossSiteDelay: number;
  readonly crossSiteThreshold: number;
  /** How long a node that left ungracefully with virtual machines stays isolated; 0 where the release has no resiliency. */
  readonly resiliencyDefaultPeriod: number;
  /** Ungraceful leaves within an hour that quarantine a node; null where the release has no quarantine. */
  readonly quarantineThreshold: number | null;
  readonly quarantineDuration: number | null;
  readonly maximumParallelMigrations: number;
  /** 1: a node that shuts down is drained first. */
  readonly drainOnShutdown: 0 | 1;
  readonly sharedVolumesEnabled: boolean;
}

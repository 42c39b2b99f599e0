import type { Cluster } from './cluster';
import type { Disk } from './disk';
import type { Network, NetworkInterface } from './network';
import type { Node } from './node';
import type { Operation } from './operation';
import type { Quorum } from './quorum';
import type { Resource } from './resource';
import type { Role } from './role';
import type { SharedVolume } from './shared-volume';
import type { Storage } from './storage';
import type { VirtualMachine } from './virtual-machine';

/** The lists of a snapshot: every object has an `id` that stays when it is renamed. */
export interface SnapshotLists {
  readonly operations: readonly Operation[];
  readonly nodes: readonly Node[];
  readonly roles: readonly Role[];
  readonly resources: readonly Resource[];
  readonly networks: readonly Network[];
  readonly networkInterfaces: readonly NetworkInterface[];
  readonly disks: readonly Disk[];
  readonly sharedVolumes: readonly SharedVolume[];
  readonly virtualMachines: readonly VirtualMachine[];
}

/** Name of one list. */
export type SnapshotListName = keyof SnapshotLists;

/** The parts of a snapshot that are one object each. */
export interface SnapshotSingles {
  readonly cluster: Cluster;
  readonly quorum: Quorum;
  readonly storage: Storage;
}

/** Name of any part. */
export type SnapshotSection = SnapshotListName | keyof SnapshotSingles;

/** What is read of a cluster: the parts of a snapshot, and the events, which are told beside it. */
export type ReadPart = (typeof readParts)[number];

/** When and from where a part was read. One node that hangs makes its own rows old, never the window. */
export interface SectionReading {
  readonly section: ReadPart;
  /** Only what is of this node; null: the whole section. */
  readonly ofNode: string | null;
  /** Cluster time of the last good read. */
  readonly readAt: number;
  /** The node it was read from; null: from the cluster. */
  readonly fromNode: string | null;
  /** Why it could not be read since, one sentence; null when the last read was good. */
  readonly problem: string | null;
}

/** A whole cluster at one moment, as the running partition knows it. */
export interface ClusterSnapshot extends SnapshotLists, SnapshotSingles {
  /**
   * Cluster time of this snapshot in milliseconds: simulated time since the start of the scenario, or for a real cluster
   * milliseconds since 1970. Every other time in a snapshot is on the same scale.
   */
  readonly time: number;
  /** Empty where everything is always current (the simulator). */
  readonly readings: readonly SectionReading[];
}

/** Names of the lists, for code that treats them alike. */
export const snapshotListNames = [
  'operations',
  'nodes',
  'roles',
  'resources',
  'networks',
  'networkInterfaces',
  'disks',
  'sharedVolumes',
  'virtualMachines',
] as const satisfies readonly SnapshotListName[];

/** All that is read of a cluster. */
export const readParts = [...snapshotListNames, 'cluster', 'quorum', 'storage', 'events'] as const satisfies readonly (
  SnapshotSection | 'events'
)[];

/** What changed between two revisions. Parts that are left out did not change. */
export interface ClusterDelta extends Partial<SnapshotSingles> {
  /** One more than the revision that it applies to. A gap asks for a full snapshot. */
  readonly revision: number;
  readonly time: number;
  readonly readings?: readonly SectionReading[];
  /** Objects that are new or changed, whole. */
  readonly upserts: Partial<SnapshotLists>;
  /** Ids of objects that are gone. */
  readonly removals: { readonly [List in SnapshotListName]?: readonly string[] };
}

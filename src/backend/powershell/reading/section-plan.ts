import type { SnapshotSection } from '#shared/model/snapshot';
import type { ClusterSection, NodeSection } from './cluster-rows';

/** How a part of the cluster is read. Milliseconds. */
export interface SectionPlan {
  /** Cheap: read first and often. Dear: one call an object, read after them, one such section at a time. */
  readonly cost: 'cheap' | 'dear';
  /** After so long its agent is taken for hanging. */
  readonly timeout: number;
  /** Pause between two reads while somebody looks. */
  readonly pause: number;
  /** What of the snapshot it is about. */
  readonly shows: SnapshotSection;
  /** What could not be read, when it is not the whole of `shows`. */
  readonly detail: string | null;
}

const second = 1000;
const minute = 60 * second;

function cheap(shows: SnapshotSection, timeout: number): SectionPlan {
  return { cost: 'cheap', timeout, pause: 5 * second, shows, detail: null };
}

function dear(shows: SnapshotSection, detail: string, pause: number): SectionPlan {
  return { cost: 'dear', timeout: 10 * minute, pause, shows, detail };
}

/** How each part of the cluster is read. */
export const clusterPlans: { readonly [Section in ClusterSection]: SectionPlan } = {
  cluster: cheap('cluster', 20 * second),
  nodes: cheap('nodes', 20 * second),
  quorum: cheap('quorum', 30 * second),
  groups: cheap('roles', 2 * minute),
  resources: cheap('resources', 2 * minute),
  networks: cheap('networks', 30 * second),
  interfaces: cheap('networkInterfaces', 30 * second),
  sharedVolumes: cheap('sharedVolumes', minute),
  resourceTypes: dear('resources', 'Health check intervals', 10 * minute),
  owners: dear('roles', 'Preferred and possible owners', minute),
  dependencies: dear('resources', 'Dependencies', minute),
  parameters: dear('virtualMachines', 'Private properties', minute),
  sharedVolumeStates: dear('sharedVolumes', "Nodes' access to shared volumes", 30 * second),
  availableDisks: dear('disks', 'Disks that are not clustered', 5 * minute),
  diskSizes: dear('disks', 'Sizes of disks', 10 * minute),
};

/** How each part of a node is read. `every`: not more often than so, though the node is read more often. Milliseconds. */
export const nodePlans: {
  readonly [Section in NodeSection]: {
    readonly timeout: number;
    readonly every: number;
    readonly shows: SnapshotSection | null;
    readonly detail: string | null;
  };
} = {
  machines: { timeout: 30 * second, every: 0, shows: 'virtualMachines', detail: null },
  host: { timeout: 30 * second, every: 2 * minute, shows: 'nodes', detail: 'Memory and processors' },
  events: { timeout: minute, every: 0, shows: null, detail: null },
  machineDisks: { timeout: 2 * minute, every: 10 * minute, shows: 'virtualMachines', detail: 'Virtual disks' },
};

/** Pauses of what is not a section. Milliseconds. */
export const pauses = {
  /** Between two reads of a node. */
  node: 30 * second,
  /** While nobody looks. */
  unwatched: 30 * second,
  /** The cluster says itself what changes: reads only make sure. */
  pushed: 15 * second,
  /** While a role is on its way. */
  moving: 2 * second,
  /** Longest one after failures. */
  longest: 5 * minute,
  /** What the far end cannot tell at all is asked for again so seldom. */
  unsupported: 30 * minute,
} as const;

/** A read may take a sixth of the time at most: the pause after it is so many times as long as it took. */
export const stretch = 5;

import type { ReadPart } from '#shared/model/snapshot';
import type { ClusterSection, NodeSection } from './cluster-rows';

/** How a part of the cluster or of a node is read. Milliseconds. */
export interface SectionPlan {
  /** Cheap: read first and often. Dear: one call an object, read after them. */
  readonly cost: 'cheap' | 'dear';
  /** After so long its agent is taken for hanging. */
  readonly timeout: number;
  /** Pause between two reads while somebody sees what it is for. */
  readonly pause: number;
  /** What of the snapshot it is about. */
  readonly shows: ReadPart;
  /** Other parts that are put together of it too. */
  readonly feeds: readonly ReadPart[];
  /** What could not be read, when it is not the whole of `shows`. */
  readonly detail: string | null;
}

const second = 1000;
const minute = 60 * second;

function cheap(shows: ReadPart, timeout: number, ...feeds: readonly ReadPart[]): SectionPlan {
  return { cost: 'cheap', timeout, pause: 5 * second, shows, feeds, detail: null };
}

function dear(shows: ReadPart, detail: string, pause: number, ...feeds: readonly ReadPart[]): SectionPlan {
  return { cost: 'dear', timeout: 10 * minute, pause, shows, feeds, detail };
}

/** How each part of the cluster is read. Of the dear ones one at a time. */
export const clusterPlans: { readonly [Section in ClusterSection]: SectionPlan } = {
  cluster: cheap('cluster', 20 * second),
  nodes: cheap('nodes', 20 * second, 'cluster', 'quorum'),
  quorum: cheap('quorum', 30 * second),
  groups: cheap('roles', 2 * minute, 'cluster', 'disks'),
  resources: cheap('resources', 2 * minute, 'disks', 'virtualMachines'),
  networks: cheap('networks', 30 * second),
  interfaces: cheap('networkInterfaces', 30 * second),
  sharedVolumes: cheap('sharedVolumes', minute, 'disks'),
  resourceTypes: dear('resources', 'Health check intervals', 10 * minute),
  owners: dear('roles', 'Preferred and possible owners', minute, 'resources'),
  dependencies: dear('resources', 'Dependencies', minute),
  parameters: dear('virtualMachines', 'Private properties', minute, 'networks'),
  sharedVolumeStates: dear('sharedVolumes', "Nodes' access to shared volumes", 30 * second),
  availableDisks: dear('disks', 'Disks that are not clustered', minute),
  diskSizes: dear('disks', 'Sizes of disks', 2 * minute),
};

/** How each part of a node is read. */
export const nodePlans: { readonly [Section in NodeSection]: SectionPlan } = {
  machines: { ...cheap('virtualMachines', 30 * second, 'nodes'), pause: 10 * second },
  host: { ...cheap('nodes', 30 * second), pause: 30 * second, detail: 'Memory and processors' },
  events: { ...cheap('events', minute), pause: 10 * second },
  machineDisks: { ...dear('virtualMachines', 'Virtual disks', 5 * minute), timeout: 2 * minute },
};

/**
 * How often something is read: a window shows it; its cluster is open, but no window shows it; or nobody can see anything of
 * the cluster.
 */
export type Pace = 'shown' | 'aside' | 'unseen';

/** So many times as long as in its plan is the pause after a part. */
export const paces: { readonly [Name in Pace]: number } = { shown: 1, aside: 3, unseen: 6 };

/** The pace of what a plan reads. `parts`: what windows show of the cluster, see `ClusterAttention`. */
export function paceOf({ shows, feeds }: SectionPlan, parts: ReadonlySet<ReadPart> | null): Pace {
  if (parts === null) return 'unseen';
  return [shows, ...feeds].some((part) => parts.has(part)) ? 'shown' : 'aside';
}

/** Pauses of what is not a section. Milliseconds. */
export const pauses = {
  /** What failed is tried again after twice as long, then after four times, and so on. */
  failed: 30 * second,
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

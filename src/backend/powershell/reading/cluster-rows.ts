import type { z } from 'zod';
import { clusterRow } from './rows/cluster-row';
import { dependencyRow, ownerRow, parameterRow } from './rows/detail-rows';
import { eventRow } from './rows/event-row';
import { groupRow } from './rows/group-row';
import { hostRow, machineDiskRow, machineRow } from './rows/machine-row';
import { interfaceRow, networkRow } from './rows/network-row';
import { nodeRow } from './rows/node-row';
import { quorumRow } from './rows/quorum-row';
import { resourceRow, resourceTypeRow } from './rows/resource-row';
import { availableDiskRow, diskSizeRow, sharedVolumeRow, sharedVolumeStateRow } from './rows/storage-row';

/** What is read of the cluster as a whole, by the name under which the agent knows it. */
export const clusterSections = {
  cluster: clusterRow,
  nodes: nodeRow,
  quorum: quorumRow,
  groups: groupRow,
  resources: resourceRow,
  networks: networkRow,
  interfaces: interfaceRow,
  sharedVolumes: sharedVolumeRow,
  owners: ownerRow,
  dependencies: dependencyRow,
  parameters: parameterRow,
  resourceTypes: resourceTypeRow,
  sharedVolumeStates: sharedVolumeStateRow,
  availableDisks: availableDiskRow,
  diskSizes: diskSizeRow,
} as const;

/** What is read from each node. */
export const nodeSections = {
  machines: machineRow,
  machineDisks: machineDiskRow,
  host: hostRow,
  events: eventRow,
} as const;

/** Name of a part that is read of the cluster. */
export type ClusterSection = keyof typeof clusterSections;

/** Name of a part that is read from each node. */
export type NodeSection = keyof typeof nodeSections;

/** The rows of all parts of the cluster. A part that was not read yet has none. */
export type ClusterParts = {
  readonly [Name in ClusterSection]: readonly z.output<(typeof clusterSections)[Name]>[];
};

/** What one node told last; events are kept apart. */
export type NodeParts = {
  readonly [Name in Exclude<NodeSection, 'events'>]: readonly z.output<(typeof nodeSections)[Name]>[];
};

/** Everything that was read last. */
export interface ClusterRows extends ClusterParts {
  /** By the folded name of the node. */
  readonly ofNodes: ReadonlyMap<string, NodeParts>;
}

/** A node that told nothing yet. */
export const noNodeParts: NodeParts = { machines: [], machineDisks: [], host: [] };

/** Nothing was read yet. */
export const noRows: ClusterRows = {
  cluster: [],
  nodes: [],
  quorum: [],
  groups: [],
  resources: [],
  networks: [],
  interfaces: [],
  sharedVolumes: [],
  owners: [],
  dependencies: [],
  parameters: [],
  resourceTypes: [],
  sharedVolumeStates: [],
  availableDisks: [],
  diskSizes: [],
  ofNodes: new Map(),
};

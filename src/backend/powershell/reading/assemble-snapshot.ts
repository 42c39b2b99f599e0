import { foldName } from '#shared/model/cluster-view';
import type { Disk } from '#shared/model/disk';
import type { SharedVolume } from '#shared/model/shared-volume';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import type { VirtualMachine } from '#shared/model/virtual-machine';
import type { ClusterRows } from './cluster-rows';
import { createMemo, type Memo } from './memo';
import { projectCluster } from './projections/cluster';
import { projectRole } from './projections/group';
import { projectMachine } from './projections/machine';
import { projectInterface, projectNetwork } from './projections/network';
import { projectNode } from './projections/node';
import { projectQuorum } from './projections/quorum';
import { projectResource } from './projections/resource';
import { projectAvailableDisk, projectDisk, projectVolume, projectVolumeDisk } from './projections/storage';
import { indexRows, type RowIndex } from './row-index';
import { isShown } from './rows/group-row';

/** The snapshot without what is not read: its time, its readings and its operations. */
export type AssembledParts = Omit<ClusterSnapshot, 'time' | 'readings' | 'operations'>;

/** One object an Id: rows of an Id that stands twice come from two reads, and the first one counts. */
function unique<T extends { readonly id: string }>(list: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return list.filter(({ id }) => !seen.has(id) && seen.add(id));
}

function machinesOf(rows: ClusterRows, index: RowIndex): readonly VirtualMachine[] {
  const told = rows.nodes.flatMap((node) =>
    (rows.ofNodes.get(foldName(node.Name))?.machines ?? []).map((row) => ({
      node: node.Name,
      machine: projectMachine(row, node.Name, index),
    })),
  );
  // While it moves both hosts tell a machine: the one that its role is on knows more.
  const atHome = told.filter(({ node, machine }) => foldName(machine.computerName ?? '') === foldName(node));
  return unique([...atHome, ...told].map(({ machine }) => machine));
}

function disksOf(rows: ClusterRows, index: RowIndex, volumes: readonly SharedVolume[]): readonly Disk[] {
  const shared = new Set(volumes.map(({ id }) => id));
  const clustered = rows.resources.filter(
    ({ Id, ResourceType }) => foldName(ResourceType ?? '') === 'physical disk' && !shared.has(Id),
  );
  return unique([
    ...clustered.map((row) => projectDisk(row, index)),
    ...rows.sharedVolumes.flatMap((row) => {
      const volume = volumes.find(({ id }) => id === row.Id);
      return volume === undefined ? [] : [projectVolumeDisk(row, volume)];
    }),
    ...rows.availableDisks.map(projectAvailableDisk),
  ]);
}

/**
 * Puts together what was read; null while the cluster itself was not read. What stands behind the disks is not known. With the
 * same `memo`, lists whose rows are still the same are the same lists.
 */
export function assembleSnapshot(rows: ClusterRows, memo: Memo = createMemo()): AssembledParts | null {
  if (rows.cluster.length === 0) return null;
  const index = indexRows(rows, memo);
  const { nodes, groups, resources, owners, parameters } = rows;
  const sharedVolumes = memo('sharedVolumes', [rows.sharedVolumes, rows.sharedVolumeStates], () =>
    unique(rows.sharedVolumes.map((row) => projectVolume(row, index))),
  );
  const ofResources = [resources, owners, rows.dependencies, rows.resourceTypes, nodes.length];
  const ofDisks = [resources, groups, rows.quorum, sharedVolumes, rows.availableDisks, rows.diskSizes];
  const ofMachines = [rows.ofNodes, nodes, parameters, groups, resources, rows.sharedVolumes];
  return {
    cluster: projectCluster(index),
    quorum: projectQuorum(index),
    storage: memo('storage', [], () => ({ servers: [], devices: [], sessions: [] })),
    nodes: memo('nodes', [nodes, rows.ofNodes], () => unique(nodes.map((row) => projectNode(row, index)))),
    roles: memo('roles', [groups, owners], () => unique(groups.filter(isShown).map((row) => projectRole(row, index)))),
    resources: memo('resources', ofResources, () => unique(resources.map((row) => projectResource(row, index)))),
    networks: memo('networks', [rows.networks, parameters], () =>
      unique(rows.networks.map((row) => projectNetwork(row, index))),
    ),
    networkInterfaces: memo('interfaces', [rows.interfaces], () => unique(rows.interfaces.map(projectInterface))),
    disks: memo('disks', ofDisks, () => disksOf(rows, index, sharedVolumes)),
    sharedVolumes,
    virtualMachines: memo('virtualMachines', ofMachines, () => machinesOf(rows, index)),
  };
}

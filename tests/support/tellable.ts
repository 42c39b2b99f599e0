import { createHash } from 'node:crypto';
import type { ClusterSnapshot } from '#shared/model/snapshot';

function byId<T extends { readonly id: string }>(list: readonly T[]): readonly T[] {
  return [...list].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/**
 * What a real cluster tells of a simulated one: the Id of a node is its number, that of a disk its resource's; it says neither
 * how fast a network is nor what stands behind a disk. Disks and machines by Id.
 */
export function tellable(snapshot: ClusterSnapshot) {
  const { time: _, readings: _readings, operations: _operations, ...parts } = snapshot;
  return {
    ...parts,
    storage: { servers: [], devices: [], sessions: [] },
    nodes: parts.nodes.map((node) => ({ ...node, id: String(node.nodeNumber), statusUntil: null })),
    roles: parts.roles.map((role) => ({ ...role, statusReason: null })),
    networks: parts.networks.map((network) => ({ ...network, bandwidth: null })),
    disks: byId(
      parts.disks.map((disk) => {
        const resource = parts.resources.find(({ name }) => name === disk.name);
        const volume = parts.sharedVolumes.find(({ name }) => name === disk.name);
        const id = (disk.use === 'SharedVolume' ? volume?.id : resource?.id) ?? disk.id;
        return { ...disk, id, device: null, throughput: null };
      }),
    ),
    virtualMachines: byId(parts.virtualMachines),
  };
}

/** Disks and machines by Id, as `tellable` has them. */
export function inOrder<T extends Pick<ClusterSnapshot, 'disks' | 'virtualMachines'>>(parts: T): T {
  return { ...parts, disks: byId(parts.disks), virtualMachines: byId(parts.virtualMachines) };
}

/** The snapshot with Ids of machines as Hyper-V has them. */
export function withGuids(snapshot: ClusterSnapshot): ClusterSnapshot {
  const guid = (id: string): string =>
    createHash('sha256')
      .update(id)
      .digest('hex')
      .slice(0, 32)
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return {
    ...snapshot,
    virtualMachines: snapshot.virtualMachines.map((machine) => ({ ...machine, id: guid(machine.id) })),
  };
}

import type { Simulation } from '../engine/simulation';
import { failResource } from '../resources/resource-failure';
import { aliveMembers } from '../membership/alive';
import type { DiskState } from '../state/storage-state';
import { hasAccess } from './disk-paths';

/** A member lost its last path to a disk: a disk with one owner fails there; a shared volume goes over the coordinator (5121). */
export function failDiskOn(sim: Simulation, disk: DiskState, node: string): void {
  const { name } = sim.node(node);
  const volume = disk.volume === null ? undefined : sim.db.volumes.get(disk.volume);
  if (volume !== undefined) {
    const others = aliveMembers(sim).filter((member) => hasAccess(sim, disk, member));
    const over = volume.coordinator === node ? others[0] : volume.coordinator;
    if (volume.state !== 'Online' || others.length === 0 || over === undefined || over === null) return;
    sim.log(5121, node, { kind: 'sharedVolume', name: disk.name }, disk.name, name, sim.node(over).name);
    return;
  }
  const resource = disk.resource === null ? undefined : sim.db.resources.get(disk.resource);
  if (resource === undefined || sim.role(resource.role).owner !== node || resource.maintenance) return;
  if (sim.db.quorum.witness?.resource === resource.id || resource.state !== 'Online') return;
  const reason = disk.working ? `${name} has no path to disk ${disk.name}.` : `Disk ${disk.name} does not answer.`;
  failResource(sim, resource, reason);
}

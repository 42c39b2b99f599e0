import type { QuorumMode } from '#shared/model/quorum';
import type { Simulation } from '../engine/simulation';
import { terminate } from '../resources/resource-offline';
import { advanceRole } from '../resources/role-advance';
import { touchRole } from '../resources/role-ownership';
import type { ResourceState } from '../state/resource-state';
import type { RoleState } from '../state/role-state';
import { setDiskOwner } from '../storage/disk-ownership';
import { clusterGroup, setWitness } from './core-group';

/** Gives a disk from one role to another; where that runs on another node the disk goes there, offline and online again. */
function handDisk(sim: Simulation, resource: ResourceState, to: RoleState): void {
  const from = sim.role(resource.role);
  if (from.owner !== to.owner && resource.disk !== null) {
    terminate(sim, resource, 'Offline');
    setDiskOwner(sim, resource.disk, null);
  }
  from.resources = from.resources.filter((id) => id !== resource.id);
  to.resources.push(resource.id);
  resource.role = to.id;
  resource.wanted = to.online;
  touchRole(sim, from);
  touchRole(sim, to);
}

function availableStorage(sim: Simulation): RoleState | undefined {
  for (const role of sim.db.roles.values()) if (role.groupType === 'AvailableStorage') return role;
  return undefined;
}

/** The present witness votes no more: a disk goes back to Available Storage, a share or cloud is forgotten. */
function dropWitness(sim: Simulation, group: RoleState): void {
  const { witness } = sim.db.quorum;
  const storage = availableStorage(sim);
  if (witness === null || storage === undefined) return;
  const resource = sim.resource(witness.resource);
  sim.db.quorum.witness = null;
  if (witness.kind === 'disk') {
    handDisk(sim, resource, storage);
    advanceRole(sim, storage);
    return;
  }
  terminate(sim, resource, 'Offline');
  group.resources = group.resources.filter((id) => id !== resource.id);
  sim.db.resources.delete(resource.id);
  sim.touch('resources', resource.id);
}

/** Another way of counting votes, with another witness or none. The disk of a new witness must be in Available Storage. */
export function changeWitness(
  sim: Simulation,
  mode: QuorumMode,
  witness: { readonly disk: string } | { readonly address: string } | null,
): void {
  const group = clusterGroup(sim);
  if (group === undefined) return;
  dropWitness(sim, group);
  sim.db.quorum.mode = mode;
  if (witness !== null && 'disk' in witness) {
    const resource = sim.disk(witness.disk).resource;
    if (resource === null) return;
    handDisk(sim, sim.resource(resource), group);
    sim.db.quorum.witness = { kind: 'disk', disk: witness.disk, resource };
  } else if (witness !== null) {
    setWitness(sim, group, mode, witness);
    for (const resource of sim.resourcesOf(group)) resource.wanted = group.online;
  }
  touchRole(sim, group);
  advanceRole(sim, group);
}

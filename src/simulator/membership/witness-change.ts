import type { QuorumMode } from '#shared/model/quorum';
import type { Simulation } from '../engine/simulation';
import { terminate } from '../resources/resource-offline';
import { advanceRole } from '../resources/role-advance';
import { touchRole } from '../resources/role-ownership';
import type { RoleState } from '../state/role-state';
import { availableStorage, handDisk } from '../storage/disk-assignment';
import { clusterGroup, setWitness } from './core-group';

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

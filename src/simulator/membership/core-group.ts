import type { QuorumMode } from '#shared/model/quorum';
import type { Simulation } from '../engine/simulation';
import { addResource, addRole, allOf, clusterGroupName } from '../resources/role-parts';
import type { RoleState } from '../state/role-state';

/** Adds the core role: `Cluster Name`, which depends on `Cluster IP Address`. */
export function addClusterGroup(sim: Simulation, owner: string | null): RoleState {
  const group = addRole(sim, clusterGroupName, 'Cluster', owner);
  group.online = true;
  const address = addResource(sim, group, {
    name: 'Cluster IP Address',
    type: 'IP Address',
    ...(sim.db.address === null ? {} : { address: sim.db.address }),
  });
  addResource(sim, group, { name: 'Cluster Name', type: 'Network Name', dependsOn: allOf([address]) });
  for (const resource of sim.resourcesOf(group)) resource.wanted = true;
  return group;
}

/** The role that holds the cluster's name, address and witness; undefined where there is no cluster. */
export function clusterGroup(sim: Simulation): RoleState | undefined {
  for (const role of sim.db.roles.values()) if (role.groupType === 'Cluster') return role;
  return undefined;
}

/** Adds the witness to the core role and counts with it from now on. The core role must have none. */
export function setWitness(
  sim: Simulation,
  group: RoleState,
  mode: QuorumMode,
  witness: { readonly disk: string } | { readonly address: string },
): void {
  sim.db.quorum.mode = mode;
  if ('disk' in witness) {
    const { disk } = witness;
    const resource = addResource(sim, group, { name: sim.disk(disk).name, type: 'Physical Disk', disk });
    sim.db.quorum.witness = { kind: 'disk', disk, resource: resource.id };
    return;
  }
  const { address } = witness;
  const kind = mode === 'nodeAndCloudMajority' ? 'cloud' : 'share';
  const type = kind === 'cloud' ? 'Cloud Witness' : 'File Share Quorum Witness';
  const name = kind === 'cloud' ? 'Cloud Witness' : 'File Share Witness';
  const resource = addResource(sim, group, { name, type });
  sim.db.quorum.witness = { kind, address, resource: resource.id };
}

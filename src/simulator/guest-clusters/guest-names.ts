import { foldName } from '#shared/model/cluster-view';
import type { Simulation } from '../engine/simulation';
import type { RoleState } from '../state/role-state';

/** Whether a role of a guest cluster is shown among those of its hosts: its core group and its free disks are not. */
export function isShownByHosts({ groupType }: RoleState): boolean {
  return groupType !== 'Cluster' && groupType !== 'AvailableStorage';
}

function hasName({ name }: { readonly name: string }, wanted: string): boolean {
  return foldName(name) === foldName(wanted);
}

/** The guest cluster with a role of a name; undefined: there is none. Names of roles are unique among hosts and guests. */
export function guestsWithRole(sim: Simulation, name: string): Simulation | undefined {
  return [...sim.guests.values()].find(({ db }) =>
    [...db.roles.values()].some((role) => isShownByHosts(role) && hasName(role, name)),
  );
}

/** The same for a resource. */
export function guestsWithResource(sim: Simulation, name: string): Simulation | undefined {
  return [...sim.guests.values()].find((guests) =>
    [...guests.db.resources.values()].some(
      (resource) => hasName(resource, name) && isShownByHosts(guests.role(resource.role)),
    ),
  );
}

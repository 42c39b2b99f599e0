import type { Simulation } from '../engine/simulation';
import type { ResourceCondition, ResourceState } from '../state/resource-state';

/** Puts a resource into a state and tells who looks at it. Only states that last are logged (1637). */
export function setResourceState(sim: Simulation, resource: ResourceState, state: ResourceCondition): void {
  if (resource.state === state) return;
  const before = resource.state;
  resource.state = state;
  const role = sim.role(resource.role);
  sim.touch('resources', resource.id);
  sim.touch('roles', role.id);
  if (resource.disk !== null) sim.touch('disks', resource.disk);
  if (role.groupType === 'Cluster') {
    sim.touchSingle('quorum');
    sim.touchSingle('cluster');
  }
  if (sim.db.quorum.witness?.resource === resource.id) sim.soon({ type: 'witness.changed' });
  if (role.owner === null || state === 'OnlinePending' || state === 'OfflinePending') return;
  const witness = sim.isMember(role.owner) ? role.owner : sim.db.members[0];
  if (witness === undefined) return;
  sim.log(1637, witness, { kind: 'resource', name: resource.name }, resource.name, role.name, before, state);
}

/** Takes back what is due for a resource. */
export function stopTimer(sim: Simulation, resource: ResourceState): void {
  sim.cancel(resource.timer);
  resource.timer = null;
}

import { succeed } from '../engine/operations';
import type { Simulation } from '../engine/simulation';
import { isAlive } from '../membership/alive';
import type { ResourceState } from '../state/resource-state';
import { failResource } from './resource-failure';
import { finishOffline, startOfflineTime } from './resource-offline';
import { finishRestore, stepOnline, type OnlineStep } from './resource-online';
import { advanceRole } from './role-advance';

/** The time of a pending resource is over. */
export function onResourceDone(sim: Simulation, id: string): void {
  const resource = sim.db.resources.get(id);
  if (resource === undefined) return;
  resource.timer = null;
  const role = sim.role(resource.role);
  if (role.owner === null || !isAlive(sim, role.owner)) return;
  if (resource.state === 'OfflinePending') {
    finishOffline(sim, resource);
    arrive(sim, resource, 'Offline');
  } else if (resource.state === 'OnlinePending') onlineStepped(sim, resource, stepOnline(sim, role, resource));
}

/** The memory of a machine has been written or read. */
export function onMemoryMoved(sim: Simulation, id: string): void {
  const resource = sim.db.resources.get(id);
  if (resource === undefined) return;
  if (resource.state === 'OfflinePending') startOfflineTime(sim, resource);
  else if (resource.state === 'OnlinePending')
    onlineStepped(sim, resource, finishRestore(sim, sim.role(resource.role), resource));
}

function onlineStepped(sim: Simulation, resource: ResourceState, step: OnlineStep): void {
  if (step.kind === 'failed') failResource(sim, resource, step.reason);
  else if (step.kind === 'online') arrive(sim, resource, 'Online');
}

function arrive(sim: Simulation, resource: ResourceState, text: string): void {
  succeed(sim, resource.operation, text);
  resource.operation = null;
  advanceRole(sim, sim.role(resource.role));
}

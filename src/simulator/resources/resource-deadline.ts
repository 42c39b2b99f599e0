import type { Simulation } from '../engine/simulation';
import type { ResourceState } from '../state/resource-state';

/**
 * When the pending state of a resource that takes some time ends: done, or given up after its pending timeout (180 s), or, where
 * that is longer, after its deadlock timeout (300 s).
 */
export function schedulePending(sim: Simulation, resource: ResourceState, time: number): void {
  const { id, pendingTimeout, deadlockTimeout } = resource;
  const patience = Math.min(pendingTimeout, deadlockTimeout);
  const late = pendingTimeout <= deadlockTimeout ? 'pending' : 'deadlock';
  resource.timer =
    time > patience
      ? sim.schedule(sim.now + patience, { type: 'resource.late', resource: id, timeout: late })
      : sim.schedule(sim.now + time, { type: 'resource.done', resource: id });
}

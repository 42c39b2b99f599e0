import { clusterError } from '#shared/model/cluster-error';
import { fail, succeed } from '../engine/operations';
import { windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { advanceRole } from '../resources/role-advance';
import { isAlive } from './alive';
import { canEvict, evictNode } from './evict';
import { canLeave, leaveCluster } from './leave';
import { losePower, powerOn } from './node-power';

/** What follows a drain, or the regroup that is under way at its end: the service stops, and for a restart the node boots again. */
export function finishDrain(
  sim: Simulation,
  node: string,
  then: 'stop' | 'restart' | 'evict',
  operation: string | null,
): void {
  if (!isAlive(sim, node)) {
    const message = `${sim.node(node).name} left the cluster in the middle of it.`;
    fail(sim, operation, clusterError('refused', message, { code: windowsErrors.nodeDown }));
    return;
  }
  if (sim.db.regroup !== null) {
    sim.schedule(sim.db.regroup.endsAt, {
      type: 'drain.finish',
      node,
      then,
      operation,
    });
    return;
  }
  const { name } = sim.node(node);
  const { drain } = sim.record(node);
  drain.status = drain.ended;
  if ((then === 'stop' && !canLeave(sim, node)) || (then === 'evict' && !canEvict(sim, node))) {
    fail(
      sim,
      operation,
      clusterError('refused', leavingCostsQuorum(name), {
        code: windowsErrors.noQuorum,
      }),
    );
    openAgain(sim, node);
    return;
  }
  if (then === 'evict') evictNode(sim, node);
  else leaveCluster(sim, node);
  succeed(sim, operation, { stop: 'Stopped', restart: 'Restarting', evict: 'Evicted' }[then]);
  if (then === 'restart') {
    losePower(sim, node);
    powerOn(sim, node);
  }
}

/** A node stays after all: what went offline because it could not leave comes back. */
function openAgain(sim: Simulation, node: string): void {
  for (const role of sim.db.roles.values()) {
    if (role.owner !== node || !role.exhausted || !role.online || role.retry !== null) continue;
    role.exhausted = false;
    if (role.transition === null) role.transition = { kind: 'online', operation: null };
    advanceRole(sim, role);
  }
}

/** Why a node may not leave. */
export function leavingCostsQuorum(name: string): string {
  return `Without ${name} the cluster would lose its quorum. To stop it all, use Shut Down Cluster.`;
}

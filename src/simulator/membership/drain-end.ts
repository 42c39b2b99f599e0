import { clusterError } from '#shared/model/cluster-error';
import { fail, succeed } from '../engine/operations';
import { windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { canLeave, leaveCluster } from './leave';
import { losePower, powerOn } from './node-power';

/** What follows a drain: the service stops, and for a restart the node boots again. */
export function finishDrain(sim: Simulation, node: string, then: 'stop' | 'restart', operation: string | null): void {
  const { name } = sim.node(node);
  const { drain } = sim.record(node);
  drain.status = 'NotInitiated';
  if (!canLeave(sim, node)) {
    fail(sim, operation, clusterError('refused', leavingCostsQuorum(name), { code: windowsErrors.noQuorum }));
    return;
  }
  leaveCluster(sim, node);
  succeed(sim, operation, then === 'stop' ? 'Stopped' : 'Restarting');
  if (then === 'restart') {
    losePower(sim, node);
    powerOn(sim, node);
  }
}

/** Why a node may not leave. */
export function leavingCostsQuorum(name: string): string {
  return `Without ${name} the cluster would lose its quorum. To stop it all, use Shut Down Cluster.`;
}

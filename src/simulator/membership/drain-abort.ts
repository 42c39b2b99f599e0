import { clusterError } from '#shared/model/cluster-error';
import { fail } from '../engine/operations';
import { windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import type { NodeRecord } from '../state/node-state';

/** A drain cannot go on, because its node has left the membership: Failed. */
export function abortDrain(sim: Simulation, { node, drain }: NodeRecord): void {
  if (drain.status !== 'InProgress') return;
  const { operation } = drain;
  drain.status = drain.then === 'pause' ? 'Failed' : drain.ended;
  if (drain.then === 'pause') drain.ended = 'Failed';
  drain.pending = [];
  drain.operation = null;
  sim.touch('nodes', node);
  const message = `${sim.node(node).name} left the cluster in the middle of it.`;
  fail(sim, operation, clusterError('refused', message, { code: windowsErrors.nodeDown }));
}

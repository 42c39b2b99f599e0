import { clusterError } from '#shared/model/cluster-error';
import { fail } from '../engine/operations';
import { windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { setResourceState, stopTimer } from '../resources/resource-state-change';
import { moveRole } from '../resources/role-actions';
import { advanceRole } from '../resources/role-advance';
import type { ResourceState } from '../state/resource-state';
import { aliveMembers, isAlive } from './alive';
import { nodeReachesWitness, reachesWitness, witnessAnswers, witnessName } from './witness';
import { reconsiderQuorum } from './quorum-loss';

function witnessResource(sim: Simulation): ResourceState | undefined {
  const { witness } = sim.db.quorum;
  return witness === null || !sim.running ? undefined : sim.resource(witness.resource);
}

/** Whether the state of the witness is not what a health check would find now. */
function checkFinds(sim: Simulation, resource: ResourceState): boolean {
  const { owner } = sim.role(resource.role);
  if (owner === null || !isAlive(sim, owner)) return false;
  if (resource.state === 'Online') return !witnessAnswers(sim, owner);
  const able = aliveMembers(sim).filter((node) => node === owner || !sim.record(node).paused);
  return resource.state === 'Failed' && resource.wanted && reachesWitness(sim, able);
}

/** Something changed that the next looksAlive of the witness, or its next try to come back, will notice. */
export function watchWitness(sim: Simulation): void {
  const resource = witnessResource(sim);
  sim.cancel(sim.db.witnessCheck);
  sim.db.witnessCheck = null;
  if (resource === undefined || !checkFinds(sim, resource)) return;
  const every = resource.looksAlive;
  const turns = Math.max(resource.state === 'Failed' ? 1 : 0, Math.ceil((sim.now - resource.onlineSince) / every));
  const at = resource.onlineSince + turns * every;
  sim.db.witnessCheck = sim.schedule(at, { type: 'witness.check' });
}

/** The health check of the witness finds it lost, or back. */
export function onWitnessCheck(sim: Simulation): void {
  sim.db.witnessCheck = null;
  const resource = witnessResource(sim);
  if (resource === undefined || !checkFinds(sim, resource)) return;
  if (resource.state === 'Online') loseWitness(sim, resource);
  else retryWitness(sim, resource);
}

/** Lost from here: the core group goes to a node that reaches it (1558); where none does it fails (1557, 1562 for a share). */
function loseWitness(sim: Simulation, resource: ResourceState): void {
  const role = sim.role(resource.role);
  const { owner } = role;
  if (owner === null) return;
  const subject = { kind: 'resource', name: resource.name } as const;
  const kind = sim.db.quorum.witness?.kind;
  const next = aliveMembers(sim).find((node) => nodeReachesWitness(sim, node) && !sim.record(node).paused);
  if (kind === 'share') sim.log(1562, owner, subject, resource.name, witnessName(sim) ?? '');
  if (next !== undefined && role.transition === null) {
    sim.log(1558, owner, subject, resource.name);
    moveRole(sim, role, next, { cause: 'failover', operation: null });
    return;
  }
  sim.log(1557, owner, subject, resource.name);
  failWitness(sim, resource, 'The witness cannot be reached.');
}

/**
 * The witness failed (1069), or could not be brought online (1563 for a share). It brings nothing down with it: it stays failed
 * and is tried again at each health check that could find it.
 */
export function failWitness(sim: Simulation, resource: ResourceState, reason: string): void {
  const role = sim.role(resource.role);
  const node = role.owner ?? sim.db.members[0] ?? '';
  const subject = { kind: 'resource', name: resource.name } as const;
  if (resource.state !== 'Online' && sim.db.quorum.witness?.kind === 'share')
    sim.log(1563, node, subject, resource.name, witnessName(sim) ?? '');
  stopTimer(sim, resource);
  resource.reason = reason;
  resource.onlineSince = sim.now;
  setResourceState(sim, resource, 'Failed');
  fail(
    sim,
    resource.operation,
    clusterError('refused', `${resource.name} failed. ${reason}`, { code: windowsErrors.resourceFailed }),
  );
  resource.operation = null;
  sim.log(1069, node, subject, resource.name, resource.type, role.name, reason);
  sim.log(1635, node, subject, resource.name, resource.type, role.name);
  advanceRole(sim, role);
  watchWitness(sim);
}

/** It can be reached again: it comes online, on the node of the core group or with it on one that reaches it. */
function retryWitness(sim: Simulation, resource: ResourceState): void {
  const role = sim.role(resource.role);
  resource.reason = null;
  setResourceState(sim, resource, 'Offline');
  const here = role.owner !== null && nodeReachesWitness(sim, role.owner);
  const next = aliveMembers(sim).find((node) => nodeReachesWitness(sim, node) && !sim.record(node).paused);
  if (!here && next !== undefined && role.transition === null)
    moveRole(sim, role, next, { cause: 'failover', operation: null });
  else advanceRole(sim, role);
}

/** The witness changed its state: votes are counted and set anew. */
export function onWitnessChanged(sim: Simulation): void {
  reconsiderQuorum(sim);
  watchWitness(sim);
}

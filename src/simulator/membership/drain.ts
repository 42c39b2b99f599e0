import { clusterError } from '#shared/model/cluster-error';
import { isAtLeast } from '#shared/model/release';
import { cancelOperation, fail, succeed } from '../engine/operations';
import { lookUp, type Simulation } from '../engine/simulation';
import { failWaitingTo } from '../hyperv/live-migration';
import { movesStorage } from '../hyperv/storage-migration';
import { clusterMoveObstacle, moveByCluster } from '../hyperv/cluster-moves';
import { bestPossibleNode, destinationOf, moveObstacle, nextAfterResourceFailure } from '../resources/placement';
import { advanceRole, roleReference } from '../resources/role-advance';
import { setOwner } from '../resources/role-ownership';
import { byPriority } from '../resources/role-priority';
import { leaveStart } from '../resources/start-order';
import { moveCoordinator, nextCoordinator } from '../storage/volume-coordinator';
import type { DrainMove, DrainState, NodeRecord } from '../state/node-state';
import type { RoleState } from '../state/role-state';
import { finishDrain } from './drain-end';

export { moveByCluster };

/** Everything that a node owns begins to leave it, in order of priority. */
export function beginDrain(
  sim: Simulation,
  node: string,
  how: {
    readonly operation: string;
    readonly destination: string | null;
    readonly then: DrainState['then'];
  },
): void {
  const record = sim.record(node);
  if (record.drain.status === 'InProgress')
    cancelOperation(sim, record.drain.operation, 'Superseded by another command');
  const roles = byPriority([...sim.db.roles.values()].filter((role) => role.owner === node));
  Object.assign(record.drain, {
    status: 'InProgress',
    ended: record.drain.ended,
    operation: how.operation,
    destination: how.destination,
    then: how.then,
    pending: roles.map((role): DrainMove => ({
      role: role.id,
      operation: null,
      tried: [],
    })),
    stuck: [],
  } satisfies DrainState);
  lookUp(sim.state.operations, how.operation).parts = {
    left: roles.length,
    all: roles.length,
  };
  for (const volume of sim.db.volumes.values()) {
    const next = volume.coordinator === node ? nextCoordinator(sim, volume, node, how.destination) : undefined;
    if (next !== undefined) moveCoordinator(sim, volume, next);
  }
  sim.touch('nodes', node);
  failWaitingTo(sim, node);
  for (const move of [...record.drain.pending]) sendAway(sim, node, record, move);
  checkDrain(sim, node);
}

/** Whether machines leave by live migration: not when a node restarts that is told not to drain on shutdown (2012 R2 and later). */
function drainsLive(sim: Simulation, { drain }: NodeRecord): boolean {
  return drain.then !== 'restart' || sim.db.settings.drainOnShutdown || !isAtLeast(sim.state.release, '2012R2');
}

/** Moves one role away: to the drain's destination, or to the best possible node that was not tried yet. */
function sendAway(sim: Simulation, node: string, record: NodeRecord, move: DrainMove): void {
  const role = sim.role(move.role);
  if (!mayLeave(sim, role, record.drain) || role.owner !== node) return;
  if (role.resources.length === 0) {
    const wanted = record.drain.destination;
    const there = wanted !== null && moveObstacle(sim, role, wanted) === null ? wanted : undefined;
    setOwner(sim, role, there ?? nextAfterResourceFailure(sim, role) ?? node);
    record.drain.pending = record.drain.pending.filter((other) => other !== move);
    return;
  }
  const live = drainsLive(sim, record);
  const accepts = (to: string): boolean =>
    !move.tried.includes(to) && clusterMoveObstacle(sim, role, to, live) === null;
  const wanted = record.drain.destination;
  const direct = wanted !== null && accepts(wanted) ? wanted : undefined;
  const to = wanted === null ? bestPossibleNode(sim, role, accepts) : direct;
  if (to === undefined) {
    giveUp(sim, node, record, move);
    return;
  }
  if (role.transition !== null) leaveStart(sim, role);
  move.tried.push(to);
  move.operation = moveByCluster(sim, role, to, {
    cause: 'drain',
    parent: record.drain.operation,
    live,
  }).id;
}

/**
 * Whether a drain may take a role away now: it is in the middle of nothing, or comes online here for ever, restarted since the
 * drain began, with no command that waits for it.
 */
function canGo(sim: Simulation, role: RoleState, { operation }: DrainState): boolean {
  const { transition } = role;
  if (transition === null) return true;
  const arriving = transition.kind === 'online' || (transition.kind === 'move' && transition.phase === 'online');
  if (!arriving || sim.state.operations.get(transition.operation ?? '')?.outcome === 'running') return false;
  const since = sim.state.operations.get(operation ?? '')?.startedAt ?? sim.now;
  return sim.resourcesOf(role).some(({ restarts }) => restarts.some((time) => time >= since));
}

/** Whether a role may leave now; while files of its machines move to another disk the drain waits for that. */
function mayLeave(sim: Simulation, role: RoleState, drain: DrainState): boolean {
  return canGo(sim, role, drain) && !movesStorage(sim, role);
}

function giveUp(sim: Simulation, node: string, record: NodeRecord, move: DrainMove): void {
  const role = sim.role(move.role);
  const reason = sim.state.operations.get(move.operation ?? '')?.error?.message ?? whyNowhere(sim, role, record);
  record.drain.stuck.push(role.id);
  sim.log(1137, node, roleReference(role), role.name, sim.node(node).name, reason);
}

/** What speaks against the destination of a drain, or against every other node. */
function whyNowhere(sim: Simulation, role: RoleState, record: NodeRecord): string {
  const { destination } = record.drain;
  const live = drainsLive(sim, record);
  const others = [...sim.db.records.keys()].filter((other) => other !== role.owner);
  const reasons = (destination === null ? others : [destination]).flatMap(
    (to) => clusterMoveObstacle(sim, role, to, live)?.message ?? [],
  );
  return reasons.length === 0 ? 'No other node can take it.' : reasons.slice(0, 3).join(' ');
}

/** A move of a drain ended: the role has left, is tried once more on the next best node, or stays (1137). */
export function onDrainCheck(sim: Simulation, operation: string): void {
  for (const record of sim.db.records.values()) {
    if (record.drain.operation === operation && record.drain.status === 'InProgress') checkDrain(sim, record.node);
  }
}

function checkDrain(sim: Simulation, node: string): void {
  const record = sim.record(node);
  const { drain } = record;
  addArrived(sim, node, drain);
  for (const move of [...drain.pending]) {
    const role = sim.db.roles.get(move.role);
    if (role === undefined || hasLeft(sim, role, node, move)) {
      drain.pending = drain.pending.filter((other) => other !== move);
      if (role !== undefined && record.paused && !record.drained.includes(role.id)) record.drained.push(role.id);
    } else if (mayLeave(sim, role, drain) && !drain.stuck.includes(role.id)) {
      if (move.tried.length < 2) sendAway(sim, node, record, move);
      else giveUp(sim, node, record, move);
    }
  }
  const waiting = drain.pending.filter((move) => !drain.stuck.includes(move.role));
  const operation = drain.operation === null ? undefined : sim.state.operations.get(drain.operation);
  if (operation !== undefined && operation.parts !== null) operation.parts.left = drain.pending.length;
  if (operation !== undefined) sim.touch('operations', operation.id);
  if (waiting.length > 0 || isExpected(sim, node)) return;
  if (drain.then === 'pause' || !closeWhatStays(sim, node, drain)) endDrain(sim, node, record);
}

/**
 * Before a service stops, what could not leave goes offline in good order, its machines saved, to come online again where it can.
 * Answers whether something still has to go offline.
 */
function closeWhatStays(sim: Simulation, node: string, drain: DrainState): boolean {
  const { stuck } = drain;
  for (const id of stuck) {
    const role = sim.db.roles.get(id);
    if (role === undefined || role.owner !== node || !canGo(sim, role, drain) || isCoreGroup(role)) continue;
    if (sim.resourcesOf(role).every(({ state }) => state === 'Offline' || state === 'Failed')) continue;
    role.exhausted = true;
    role.transition = { kind: 'offline', operation: null };
    sim.touch('roles', id);
    advanceRole(sim, role);
  }
  return stuck.some((id) => sim.db.roles.get(id)?.transition?.kind === 'offline');
}

function isCoreGroup({ groupType }: RoleState): boolean {
  return groupType === 'Cluster' || groupType === 'AvailableStorage';
}

/** What was on its way to the node when its drain began has arrived: it leaves again. */
function addArrived(sim: Simulation, node: string, { pending, operation }: DrainState): void {
  const known = new Set(pending.map(({ role }) => role));
  for (const role of sim.db.roles.values()) {
    if (role.owner !== node || known.has(role.id) || role.resources.length === 0) continue;
    pending.push({ role: role.id, operation: null, tried: [] });
    const parts = operation === null ? null : (sim.state.operations.get(operation)?.parts ?? null);
    if (parts !== null) parts.all += 1;
  }
}

/** Whether a role is on its way to a node. */
function isExpected(sim: Simulation, node: string): boolean {
  return [...sim.db.roles.values()].some((role) => role.owner !== node && destinationOf(sim, role) === node);
}

/** A role has left when another node has it and its move is over, however it fares there. */
function hasLeft(sim: Simulation, role: RoleState, node: string, { operation }: DrainMove): boolean {
  if (role.owner === node) return false;
  const moving = operation !== null && sim.state.operations.get(operation)?.outcome === 'running';
  return role.transition === null || !moving;
}

/** All that can leave has left: Completed, or Failed (1677) when something stayed. */
function endDrain(sim: Simulation, node: string, record: NodeRecord): void {
  const { drain } = record;
  const { operation, stuck } = drain;
  const names = stuck.map((role) => sim.role(role).name).join(', ');
  drain.status = stuck.length === 0 ? 'Completed' : 'Failed';
  if (drain.then === 'pause') drain.ended = drain.status;
  drain.pending = [];
  drain.operation = null;
  sim.touch('nodes', node);
  if (stuck.length > 0)
    sim.log(1677, node, { kind: 'node', name: sim.node(node).name }, sim.node(node).name, `${names} stayed.`);
  if (drain.then !== 'pause') finishDrain(sim, node, drain.then, operation);
  else if (stuck.length === 0) succeed(sim, operation, 'Drained');
  else
    fail(
      sim,
      operation,
      clusterError('refused', `Not everything could leave ${sim.node(node).name}: ${names} stayed.`),
    );
}

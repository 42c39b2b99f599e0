import { connected, interfaceOf } from '../fabric/reachability';
import type { Simulation } from '../engine/simulation';
import type { NetworkState } from '../state/network-state';
import { nextBeat, noticedAt, patienceBetween } from './patience';
import { beginRegroup } from './regroup-begin';

/** Key of two members, in the order of the members. */
export function pairKey(a: string, b: string): string {
  return `${a}|${b}`;
}

/** Networks that carry heartbeats: their role is cluster or clusterAndClient. */
function heartbeatNetworks(sim: Simulation): readonly NetworkState[] {
  return [...sim.state.networks.values()].filter((network) => network.role !== 'none');
}

/** All pairs of members, each once. */
export function* memberPairs(sim: Simulation): Generator<readonly [string, string]> {
  const { members } = sim.db;
  for (const [place, a] of members.entries()) {
    for (let other = place + 1; other < members.length; other += 1) yield [a, members[other] ?? a];
  }
}

/**
 * Looks who misses whose heartbeats after something physical changed, and schedules when that will be noticed:
 * when *all* common networks of a pair have missed `threshold` beats in a row. Costs nothing while nothing is wrong.
 */
export function watchHeartbeats(sim: Simulation): void {
  const networks = heartbeatNetworks(sim);
  let [next, nextNetwork] = [Infinity, Infinity];
  for (const [a, b] of memberPairs(sim)) {
    let [due, common] = [-Infinity, 0];
    for (const network of networks) {
      if (interfaceOf(sim, a, network.id) === undefined || interfaceOf(sim, b, network.id) === undefined) continue;
      common += 1;
      const noticed = watchLink(sim, network, a, b);
      due = Math.max(due, noticed);
      if (noticed > sim.now) nextNetwork = Math.min(nextNetwork, noticed);
    }
    if (common > 0 && !sim.db.unreachable.has(pairKey(a, b))) next = Math.min(next, due);
  }
  scheduleHeartbeat(sim, next);
  scheduleNetworkCheck(sim, nextNetwork);
}

/** When the beats that a pair misses on one network are noticed; infinity while none is missed. */
function watchLink(sim: Simulation, network: NetworkState, a: string, b: string): number {
  const key = `${pairKey(a, b)}|${network.id}`;
  const patience = patienceBetween(sim, network, a, b);
  const first = sim.db.missed.get(key);
  if (connected(sim, network, a, b)) {
    if (first === undefined) return Infinity;
    const late = sim.now < noticedAt(first, patience) && nextBeat(sim.now, patience.delay) >= noticedAt(first, patience);
    if (late) return noticedAt(first, patience);
    sim.db.missed.delete(key);
    return Infinity;
  }
  const missed = first ?? nextBeat(sim.now, patience.delay);
  sim.db.missed.set(key, missed);
  return noticedAt(missed, patience);
}

function scheduleHeartbeat(sim: Simulation, at: number): void {
  sim.cancel(sim.db.heartbeat);
  sim.db.heartbeat = Number.isFinite(at) ? sim.schedule(at, { type: 'heartbeat.due' }) : null;
}

function scheduleNetworkCheck(sim: Simulation, at: number): void {
  sim.cancel(sim.db.networkCheck);
  sim.db.networkCheck = Number.isFinite(at) ? sim.schedule(at, { type: 'network.check' }) : null;
}

/** Whether a member misses another's beats on a network long enough to have noticed. */
export function missesBeats(sim: Simulation, network: NetworkState, a: string, b: string): boolean {
  const first = sim.db.missed.get(`${pairKey(a, b)}|${network.id}`);
  return first !== undefined && noticedAt(first, patienceBetween(sim, network, a, b)) <= sim.now;
}

/** Some pairs have missed all beats for long enough: they give each other up, and one regroup begins. */
export function onHeartbeatDue(sim: Simulation): void {
  sim.db.heartbeat = null;
  const networks = heartbeatNetworks(sim);
  for (const [a, b] of memberPairs(sim)) {
    const common = networks.filter(
      ({ id }) => interfaceOf(sim, a, id) !== undefined && interfaceOf(sim, b, id) !== undefined,
    );
    if (common.length > 0 && common.every((network) => missesBeats(sim, network, a, b))) giveUp(sim, a, b);
  }
  watchHeartbeats(sim);
}

function giveUp(sim: Simulation, a: string, b: string): void {
  if (sim.db.unreachable.has(pairKey(a, b))) return;
  sim.db.unreachable.add(pairKey(a, b));
  beginRegroup(sim);
}

/** The connections of a member close, because its cluster service crashed: all others notice at once. */
export function loseAtOnce(sim: Simulation, node: string): void {
  for (const [a, b] of memberPairs(sim)) if (a === node || b === node) giveUp(sim, a, b);
}

/** Forgets what was noticed of nodes that are no members any more. */
export function forgetHeartbeats(sim: Simulation): void {
  const members = new Set(sim.db.members);
  const gone = (key: string): boolean => key.split('|', 2).some((node) => !members.has(node));
  for (const key of [...sim.db.missed.keys()]) if (gone(key)) sim.db.missed.delete(key);
  for (const key of [...sim.db.unreachable]) if (gone(key)) sim.db.unreachable.delete(key);
}

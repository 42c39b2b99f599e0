import type { Simulation } from '../engine/simulation';
import { connected, interfaceOf } from '../fabric/reachability';
import type { NetworkState } from '../state/network-state';
import { healedFrom, knownBroken, missedFrom, nextNotice, ranOut } from './missed-beats';
import { patienceBetween } from './patience';
import { beginRegroup } from './regroup-begin';

/** Key of two members, the one with the lower number first. */
export function pairKey(sim: Simulation, a: string, b: string): string {
  return sim.node(a).number < sim.node(b).number ? `${a}|${b}` : `${b}|${a}`;
}

function linkKey(sim: Simulation, network: NetworkState, a: string, b: string): string {
  return `${pairKey(sim, a, b)}|${network.id}`;
}

/** Networks that carry heartbeats: their role is cluster or clusterAndClient. */
function heartbeatNetworks(sim: Simulation): readonly NetworkState[] {
  return [...sim.state.networks.values()].filter((network) => network.role !== 'none');
}

/** Those of some networks on which both nodes have an interface. */
function commonNetworks(
  sim: Simulation,
  networks: readonly NetworkState[],
  a: string,
  b: string,
): readonly NetworkState[] {
  return networks.filter(({ id }) => interfaceOf(sim, a, id) !== undefined && interfaceOf(sim, b, id) !== undefined);
}

/** All pairs of members, each once. */
function* memberPairs(sim: Simulation): Generator<readonly [string, string]> {
  const { members } = sim.db;
  for (const [place, a] of members.entries()) {
    for (const b of members.slice(place + 1)) yield [a, b];
  }
}

/**
 * Looks who misses whose heartbeats after something physical changed, and schedules when that, or that they are back, will
 * be noticed. Costs nothing while nothing is wrong.
 */
export function watchHeartbeats(sim: Simulation): void {
  const networks = heartbeatNetworks(sim);
  let next = Infinity;
  for (const [a, b] of memberPairs(sim)) {
    for (const network of commonNetworks(sim, networks, a, b)) next = Math.min(next, watchLink(sim, network, a, b));
  }
  sim.cancel(sim.db.heartbeat);
  sim.db.heartbeat = Number.isFinite(next) ? sim.schedule(next, { type: 'heartbeat.due' }) : null;
}

/** Keeps account of the beats that a pair misses on one network; answers when there is something to notice. */
function watchLink(sim: Simulation, network: NetworkState, a: string, b: string): number {
  const key = linkKey(sim, network, a, b);
  const before = sim.db.missed.get(key);
  const works = connected(sim, network, a, b);
  if (works && before === undefined) return Infinity;
  const patience = patienceBetween(sim, network, a, b);
  const beats =
    works && before !== undefined ? healedFrom(before, patience, sim.now) : missedFrom(before, patience, sim.now);
  if (beats === undefined) sim.db.missed.delete(key);
  else sim.db.missed.set(key, beats);
  return beats === undefined ? Infinity : nextNotice(beats, patience, sim.now);
}

/** Whether a member is known not to get another's beats on a network. */
export function missesBeats(sim: Simulation, network: NetworkState, a: string, b: string): boolean {
  const beats = sim.db.missed.get(linkKey(sim, network, a, b));
  return beats !== undefined && knownBroken(beats, patienceBetween(sim, network, a, b), sim.now);
}

/** Whether two members have given each other up. */
export function gaveUp(sim: Simulation, a: string, b: string): boolean {
  return sim.db.unreachable.has(pairKey(sim, a, b));
}

/**
 * A node is unreachable for another when *all* their common networks have missed `threshold` beats in a row: they give each
 * other up, and one regroup begins.
 */
export function giveUpUnreachable(sim: Simulation): void {
  const networks = heartbeatNetworks(sim);
  for (const [a, b] of memberPairs(sim)) {
    const common = commonNetworks(sim, networks, a, b);
    const lost = common.every((network) => {
      const beats = sim.db.missed.get(linkKey(sim, network, a, b));
      return beats !== undefined && ranOut(beats, patienceBetween(sim, network, a, b), sim.now);
    });
    if (common.length > 0 && lost) giveUp(sim, a, b);
  }
}

function giveUp(sim: Simulation, a: string, b: string): void {
  if (gaveUp(sim, a, b)) return;
  sim.db.unreachable.add(pairKey(sim, a, b));
  beginRegroup(sim);
}

/** The connections of a member close, because its cluster service crashed or started anew: all others notice at once. */
export function loseAtOnce(sim: Simulation, node: string): void {
  for (const other of sim.db.members) if (other !== node) giveUp(sim, node, other);
}

/** Forgets what was noticed of nodes that are no members any more. */
export function forgetHeartbeats(sim: Simulation): void {
  const members = new Set(sim.db.members);
  const gone = (key: string): boolean => key.split('|', 2).some((node) => !members.has(node));
  for (const key of [...sim.db.missed.keys()]) if (gone(key)) sim.db.missed.delete(key);
  sim.db.unreachable.clear();
}

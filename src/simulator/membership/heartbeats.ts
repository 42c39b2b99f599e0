import type { Simulation } from '../engine/simulation';
import { attached, connected, interfaceOf } from '../fabric/reachability';
import type { MissedBeats } from '../state/database-state';
import type { NetworkState } from '../state/network-state';
import { isAlive } from './alive';
import { arrivesAt, arrivesNow, healedFrom, knownBroken, missedFrom, nextNotice, ranOut } from './missed-beats';
import { patienceBetween, type Patience } from './patience';
import { beginRegroup } from './regroup-begin';

/** Key of two members, the one with the lower number first. */
function pairKey(sim: Simulation, a: string, b: string): string {
  return sim.node(a).number < sim.node(b).number ? `${a}|${b}` : `${b}|${a}`;
}

function linkKey(sim: Simulation, network: NetworkState | null, a: string, b: string): string {
  return `${pairKey(sim, a, b)}|${network?.id ?? ''}`;
}

/** Networks that carry heartbeats: their role is cluster or clusterAndClient. */
function heartbeatNetworks(sim: Simulation): readonly NetworkState[] {
  return [...sim.state.networks.values()].filter((network) => network.role !== 'none');
}

/**
 * What carries the beats of two nodes: those of some networks on which both have an interface. Where they have none in common (null),
 * others pass their beats on, so that they miss each other only when one of them is dead.
 */
function linksOf(
  sim: Simulation,
  networks: readonly NetworkState[],
  a: string,
  b: string,
): readonly (NetworkState | null)[] {
  const isCommon = ({ id }: NetworkState): boolean =>
    interfaceOf(sim, a, id) !== undefined && interfaceOf(sim, b, id) !== undefined;
  // Most nodes are on all networks, and there are many pairs of them.
  const common = networks.every(isCommon) ? networks : networks.filter(isCommon);
  return common.length === 0 ? [null] : common;
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
 * be noticed. Costs nothing while nothing is wrong. `from`: what is due before it has been noticed already.
 */
export function watchHeartbeats(sim: Simulation, from = sim.now): void {
  const networks = heartbeatNetworks(sim);
  const doubtful = doubtfulMembers(sim, networks);
  let next = Infinity;
  for (const [a, b] of memberPairs(sim)) {
    if (!doubtful.has(a) && !doubtful.has(b)) continue;
    const links = linksOf(sim, networks, a, b);
    let broken = true;
    for (const network of links) {
      const seen = watchLink(sim, { network, a, b }, from);
      next = Math.min(next, seen.next);
      broken &&= seen.broken;
    }
    // The link that still worked may be none any more, because the cluster does not use its network now.
    if (broken && !gaveUp(sim, a, b)) next = Math.min(next, from);
  }
  sim.cancel(sim.db.heartbeat);
  sim.db.heartbeat = Number.isFinite(next) ? sim.schedule(next, { type: 'heartbeat.due' }) : null;
}

/** Members of which somebody may miss beats now, or missed some: two others have nothing between them to look at. */
function doubtfulMembers(sim: Simulation, networks: readonly NetworkState[]): ReadonlySet<string> {
  const { members } = sim.db;
  if (networks.some(({ groups }) => groups !== null)) return new Set(members);
  const silent = (node: string): boolean =>
    !sends(sim, node) ||
    networks.some((network) => interfaceOf(sim, node, network.id) !== undefined && !attached(sim, network, node));
  return new Set([...members.filter(silent), ...missingMembers(sim)]);
}

/** Members that miss beats of others, or of which others do. */
function missingMembers(sim: Simulation): ReadonlySet<string> {
  const missing = new Set<string>();
  for (const key of sim.db.missed.keys()) {
    if (missing.size === sim.db.members.length) break;
    const [a = '', b = ''] = key.split('|', 2);
    missing.add(a).add(b);
  }
  return missing;
}

/** Two members on one network; null: on none that they have in common. */
interface Link {
  readonly network: NetworkState | null;
  readonly a: string;
  readonly b: string;
}

/** When there is something to notice of a link next, and whether it is known to be broken. */
interface Watched {
  readonly next: number;
  readonly broken: boolean;
}

const sound: Watched = { next: Infinity, broken: false };

/** Keeps account of the beats that a pair misses on one network. */
function watchLink(sim: Simulation, { network, a, b }: Link, from: number): Watched {
  const key = linkKey(sim, network, a, b);
  const before = sim.db.missed.get(key);
  const works = sends(sim, a) && sends(sim, b) && (network === null || connected(sim, network, a, b));
  if (works && before === undefined) return sound;
  const patience = patienceBetween(sim, network, a, b);
  const beats = works && before !== undefined ? healedFrom(before, sim.now) : missedFrom(before, patience, sim.now);
  const over = beats.healed !== null && arrivesAt(beats, patience) < from;
  if (over) sim.db.missed.delete(key);
  else sim.db.missed.set(key, beats);
  return over ? sound : { next: nextNotice(beats, patience, from), broken: knownBroken(beats, patience, sim.now) };
}

/** Whether a node sends beats at all: it has power and has booted. */
function sends(sim: Simulation, node: string): boolean {
  const { powered, booting } = sim.node(node);
  return powered && !booting;
}

function missedBeats(sim: Simulation, network: NetworkState | null, a: string, b: string): MissedBeats | undefined {
  return sim.db.missed.get(linkKey(sim, network, a, b));
}

function isBroken(sim: Simulation, network: NetworkState | null, a: string, b: string): boolean {
  const beats = missedBeats(sim, network, a, b);
  return beats !== undefined && knownBroken(beats, patienceBetween(sim, network, a, b), sim.now);
}

/** Members that are known not to get each other's beats on a network: by each of them, the others. */
export function knownBreaks(sim: Simulation, network: NetworkState): ReadonlyMap<string, ReadonlySet<string>> {
  const breaks = new Map<string, Set<string>>();
  const add = (from: string, to: string): void => void breaks.set(from, (breaks.get(from) ?? new Set()).add(to));
  for (const key of sim.db.missed.keys()) {
    const [a = '', b = '', on] = key.split('|');
    if (on !== network.id || !isBroken(sim, network, a, b)) continue;
    add(a, b);
    add(b, a);
  }
  return breaks;
}

/** Whether two members have given each other up. */
export function gaveUp(sim: Simulation, a: string, b: string): boolean {
  return sim.db.unreachable.size > 0 && sim.db.unreachable.has(pairKey(sim, a, b));
}

/** What a pair of members misses on their common networks, with how patient they are there. */
function missedByPair(
  sim: Simulation,
  networks: readonly NetworkState[],
  a: string,
  b: string,
): readonly { readonly beats: MissedBeats | undefined; readonly patience: Patience }[] {
  return linksOf(sim, networks, a, b).map((network) => ({
    beats: missedBeats(sim, network, a, b),
    patience: patienceBetween(sim, network, a, b),
  }));
}

/**
 * A node is unreachable for another when *all* their common networks have missed `threshold` beats in a row: they give each
 * other up, and one regroup begins. Where a beat arrives before that, after beats were missed on all, it is told (1592).
 */
export function noticeHeartbeats(sim: Simulation): void {
  const networks = heartbeatNetworks(sim);
  const missing = missingMembers(sim);
  for (const [a, b] of memberPairs(sim)) {
    if (!missing.has(a) || !missing.has(b) || gaveUp(sim, a, b)) continue;
    const links = missedByPair(sim, networks, a, b);
    if (links.every(({ beats, patience }) => beats !== undefined && ranOut(beats, patience, sim.now)))
      giveUp(sim, a, b);
    else if (meetsAgain(sim, links)) {
      const [one, other] = [sim.node(a).name, sim.node(b).name];
      sim.log(1592, a, { kind: 'node', name: other }, one, other);
    }
  }
}

/** Whether a beat arrives now at a pair that missed some on all its networks. */
function meetsAgain(sim: Simulation, links: ReturnType<typeof missedByPair>): boolean {
  const arriving = links.some(({ beats, patience }) => beats !== undefined && arrivesNow(beats, patience, sim.now));
  return (
    arriving &&
    links.every(
      ({ beats, patience }) => beats !== undefined && beats.first < sim.now && arrivesAt(beats, patience) >= sim.now,
    )
  );
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

/** A member that stood still heard nothing missing meanwhile: it counts the beats of others that are silent now anew. */
export function listenAnew(sim: Simulation, node: string): void {
  for (const key of [...sim.db.missed.keys()]) {
    const pair = key.split('|', 2);
    if (pair.includes(node) && pair.every((id) => id === node || !isAlive(sim, id))) sim.db.missed.delete(key);
  }
}

/** No member is left awake that could miss another: nobody counts beats. */
export function stopListening(sim: Simulation): void {
  sim.cancel(sim.db.heartbeat);
  sim.cancel(sim.db.regroup?.event ?? null);
  sim.db.heartbeat = null;
  sim.db.regroup = null;
  sim.db.missed.clear();
  sim.db.unreachable.clear();
}

/** Forgets what was noticed of nodes that are no members any more. */
export function forgetHeartbeats(sim: Simulation): void {
  const members = new Set(sim.db.members);
  const gone = (key: string): boolean => key.split('|', 2).some((node) => !members.has(node));
  for (const key of [...sim.db.missed.keys()]) if (gone(key)) sim.db.missed.delete(key);
  sim.db.unreachable.clear();
}

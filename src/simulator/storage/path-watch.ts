import type { Simulation } from '../engine/simulation';
import { shareAround } from '../hyperv/flows';
import { diskLink } from '../hyperv/links';
import { isAlive } from '../membership/alive';
import { watchWitness } from '../membership/witness-health';
import type { DiskState } from '../state/storage-state';
import { diskReachable, waysTo } from './disk-paths';
import { failDiskOn } from './disk-failure';
import { moveCoordinator, nextCoordinator } from './volume-coordinator';
import { watchVolumes } from './volume-watch';

/** How long I/O waits for the last path to a disk to come back: 20 s. */
const lastPathTimeout = 20_000;

/** How long I/O stands still when one path of several is gone, before it goes on over the others: 3 retries of 1 s. */
const retryTime = 3000;

/** Paths to disks may have come or gone: one of several is tried again, the last one is waited for. */
export function watchPaths(sim: Simulation): void {
  const lost: LostAccess[] = [];
  for (const disk of sim.state.disks.values()) {
    for (const node of sim.state.nodes.keys()) if (watchPath(sim, disk, node)) lost.push({ disk, node });
  }
  tellPartitions(sim, lost);
}

/**
 * At the start of a scenario: nodes that have no session with a server of a disk have long been without it. A shared volume is
 * coordinated by one that has a path. A disk that nobody reaches, or that is said to be on a node without a path, stays as it is
 * said to be until something happens.
 */
export function settlePaths(sim: Simulation): void {
  const nodes = [...sim.state.nodes.values()].filter(({ powered }) => powered).map(({ id }) => id);
  for (const disk of sim.state.disks.values()) {
    if (!nodes.some((node) => diskReachable(sim, disk, node))) continue;
    const volume = disk.volume === null ? undefined : sim.db.volumes.get(disk.volume);
    for (const node of nodes) {
      disk.ways.set(node, waysTo(sim, disk, node));
      if (diskReachable(sim, disk, node) || (volume === undefined && disk.reservation === node)) continue;
      disk.paths.set(node, { state: 'lost', until: sim.now, timer: null });
    }
    if (volume === undefined || volume.coordinator === null || !disk.paths.has(volume.coordinator)) continue;
    const next = nextCoordinator(sim, volume, null);
    if (next !== undefined) moveCoordinator(sim, volume, next);
  }
}

/** A node that lost a disk: its last path has been gone too long, or the disk itself broke. */
interface LostAccess {
  readonly disk: DiskState;
  readonly node: string;
}

/** Each partition looks at what was lost, all of it at once: no node hands over to one that lost the disk in the same moment. */
function tellPartitions(sim: Simulation, lost: readonly LostAccess[]): void {
  for (const database of [...sim.state.databases.values()]) {
    if (database.members.length === 0) continue;
    sim.within(database, () => {
      for (const { disk, node } of lost) if (isAlive(sim, node)) failDiskOn(sim, disk, node);
      watchVolumes(sim);
      watchWitness(sim);
    });
  }
}

/** Answers whether the node lost the disk by this. */
function watchPath(sim: Simulation, disk: DiskState, node: string): boolean {
  const ways = disk.ways.get(node) ?? [];
  const now = waysTo(sim, disk, node);
  disk.ways.set(node, now);
  const state = disk.paths.get(node)?.state;
  if (!sim.node(node).powered || diskReachable(sim, disk, node)) {
    if (ways.some((way) => !now.includes(way)) && sim.node(node).powered) standStill(sim, disk, node, 'retrying');
    else if (state !== undefined && state !== 'retrying') regainAccess(sim, disk, node);
    else if (!sim.node(node).powered) regainAccess(sim, disk, node);
    return false;
  }
  if (state === 'lost') return false;
  const atOnce = !disk.working || disk.device === null;
  if (atOnce) loseAccess(sim, disk, node);
  else if (state !== 'waiting') standStill(sim, disk, node, 'waiting');
  return atOnce;
}

/** I/O of a node stands still: for a while until it goes on over other paths, or until a path comes back. */
function standStill(sim: Simulation, disk: DiskState, node: string, state: 'retrying' | 'waiting'): void {
  sim.cancel(disk.paths.get(node)?.timer ?? null);
  const until = sim.now + (state === 'waiting' ? lastPathTimeout : retryTime);
  const timer = sim.schedule(until, { type: 'path.lost', disk: disk.id, node });
  disk.paths.set(node, { state, until, timer });
  touchDisk(sim, disk);
}

function regainAccess(sim: Simulation, disk: DiskState, node: string): void {
  const path = disk.paths.get(node);
  if (path === undefined) return;
  sim.cancel(path.timer);
  disk.paths.delete(node);
  touchDisk(sim, disk);
}

function touchDisk(sim: Simulation, disk: DiskState): void {
  shareAround(sim, [diskLink(disk.id)], sim.now);
  sim.touch('disks', disk.id);
  if (disk.volume !== null) sim.touch('sharedVolumes', disk.volume);
}

/**
 * The time of some paths is over. Where the last one has been gone for 20 s the disk fails on that node, on all such nodes at
 * once; where one of several was tried again I/O goes on over the others.
 */
export function onPathTimeOver(sim: Simulation): void {
  const lost: LostAccess[] = [];
  for (const disk of sim.state.disks.values()) {
    for (const [node, { state, until }] of [...disk.paths]) {
      if (state === 'lost' || until > sim.now) continue;
      if (state === 'retrying') regainAccess(sim, disk, node);
      else {
        loseAccess(sim, disk, node);
        lost.push({ disk, node });
      }
    }
  }
  if (lost.length > 0) tellPartitions(sim, lost);
}

function loseAccess(sim: Simulation, disk: DiskState, node: string): void {
  sim.cancel(disk.paths.get(node)?.timer ?? null);
  disk.paths.set(node, { state: 'lost', until: sim.now, timer: null });
  touchDisk(sim, disk);
}

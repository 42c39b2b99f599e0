import type { Simulation } from '../engine/simulation';
import { shareAround } from '../hyperv/flows';
import { diskLink } from '../hyperv/links';
import { isAlive } from '../membership/alive';
import { watchWitness } from '../membership/witness-health';
import type { DiskState } from '../state/storage-state';
import { diskReachable } from './disk-paths';
import { failDiskOn } from './disk-failure';
import { moveCoordinator, nextCoordinator } from './volume-coordinator';
import { watchVolumes } from './volume-watch';

/** How long I/O waits for the last path to a disk to come back: 20 s. */
const lastPathTimeout = 20_000;

/** Paths to disks may have come or gone: one path of several costs nothing, the last one is waited for. */
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
      if (diskReachable(sim, disk, node) || (volume === undefined && disk.reservation === node)) continue;
      disk.paths.set(node, { lost: true, until: sim.now, timer: null });
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
  const path = disk.paths.get(node);
  if (!sim.node(node).powered || diskReachable(sim, disk, node)) {
    if (path === undefined) return false;
    sim.cancel(path.timer);
    disk.paths.delete(node);
    touchDisk(sim, disk);
    return false;
  }
  if (path?.lost === true) return false;
  const atOnce = !disk.working || disk.device === null;
  if (atOnce) loseAccess(sim, disk, node);
  else if (path === undefined) {
    const until = sim.now + lastPathTimeout;
    const timer = sim.schedule(until, { type: 'path.lost', disk: disk.id, node });
    disk.paths.set(node, { lost: false, until, timer });
    touchDisk(sim, disk);
  }
  return atOnce;
}

function touchDisk(sim: Simulation, disk: DiskState): void {
  shareAround(sim, [diskLink(disk.id)], sim.now);
  sim.touch('disks', disk.id);
  if (disk.volume !== null) sim.touch('sharedVolumes', disk.volume);
}

/** Last paths have been gone for 20 s: their disks fail on these nodes, all whose time is over now. */
export function onPathLost(sim: Simulation): void {
  const lost: LostAccess[] = [];
  for (const disk of sim.state.disks.values()) {
    for (const [node, path] of disk.paths) {
      if (path.lost || path.until > sim.now) continue;
      loseAccess(sim, disk, node);
      lost.push({ disk, node });
    }
  }
  if (lost.length > 0) tellPartitions(sim, lost);
}

function loseAccess(sim: Simulation, disk: DiskState, node: string): void {
  sim.cancel(disk.paths.get(node)?.timer ?? null);
  disk.paths.set(node, { lost: true, until: sim.now, timer: null });
  touchDisk(sim, disk);
}

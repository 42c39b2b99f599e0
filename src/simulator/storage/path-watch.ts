import type { Simulation } from '../engine/simulation';
import { isAlive } from '../membership/alive';
import { watchWitness } from '../membership/witness-health';
import type { DiskState } from '../state/storage-state';
import { diskReachable } from './disk-paths';
import { failDiskOn } from './disk-failure';
import { watchVolumes } from './volume-watch';

/** How long I/O waits for the last path to a disk to come back: 20 s. */
const lastPathTimeout = 20_000;

/** Paths to disks may have come or gone: one path of several costs nothing, the last one is waited for. */
export function watchPaths(sim: Simulation): void {
  for (const disk of sim.state.disks.values()) {
    for (const node of sim.state.nodes.keys()) watchPath(sim, disk, node);
  }
  forEachPartition(sim, () => {
    watchVolumes(sim);
    watchWitness(sim);
  });
}

function forEachPartition(sim: Simulation, work: () => void): void {
  for (const database of [...sim.state.databases.values()]) {
    if (database.members.length > 0) sim.within(database, work);
  }
}

function watchPath(sim: Simulation, disk: DiskState, node: string): void {
  const path = disk.paths.get(node);
  if (!sim.node(node).powered || diskReachable(sim, disk, node)) {
    if (path === undefined) return;
    sim.cancel(path.timer);
    disk.paths.delete(node);
    touchDisk(sim, disk);
    return;
  }
  if (path?.lost === true) return;
  const atOnce = !disk.working || disk.device === null;
  if (atOnce) loseAccess(sim, disk, node);
  else if (path === undefined) {
    const timer = sim.schedule(sim.now + lastPathTimeout, { type: 'path.lost', disk: disk.id, node });
    disk.paths.set(node, { lost: false, timer });
    touchDisk(sim, disk);
  }
}

function touchDisk(sim: Simulation, disk: DiskState): void {
  sim.touch('disks', disk.id);
  if (disk.volume !== null) sim.touch('sharedVolumes', disk.volume);
}

/** The last path has been gone for 20 s: the disk fails on that node. */
export function onPathLost(sim: Simulation, diskId: string, node: string): void {
  const disk = sim.state.disks.get(diskId);
  if (disk === undefined || !disk.paths.has(node)) return;
  loseAccess(sim, disk, node);
  forEachPartition(sim, () => {
    watchVolumes(sim);
    watchWitness(sim);
  });
}

function loseAccess(sim: Simulation, disk: DiskState, node: string): void {
  sim.cancel(disk.paths.get(node)?.timer ?? null);
  disk.paths.set(node, { lost: true, timer: null });
  touchDisk(sim, disk);
  forEachPartition(sim, () => {
    if (isAlive(sim, node)) failDiskOn(sim, disk, node);
  });
}

import type { Simulation } from '../engine/simulation';
import { shareAround } from '../hyperv/flows';
import { diskLink } from '../hyperv/links';
import { timesOf } from '../resources/resource-types';
import type { VolumeState } from '../state/storage-state';
import { arbitrationTime } from './disk-arbitration';
import { setDiskOwner } from './disk-ownership';
import { diskReachable } from './disk-paths';

/** A node that can coordinate a shared volume: a member with a path, the wanted one or the lowest number first. */
export function nextCoordinator(
  sim: Simulation,
  volume: VolumeState,
  except: string | null,
  wanted: string | null = null,
): string | undefined {
  const able = sim.db.members.filter((node) => node !== except && diskReachable(sim, sim.disk(volume.disk), node));
  const open = able.filter((node) => !sim.record(node).paused);
  return open.find((node) => node === wanted) ?? open[0] ?? able[0];
}

/** A node takes a volume over: challenge of a dead owner's reservation, then the time that a disk needs to come online. */
export function mountOn(sim: Simulation, volume: VolumeState, node: string): void {
  sim.cancel(volume.timer);
  const time = arbitrationTime(sim, volume.disk, node) + timesOf('Physical Disk').online;
  volume.coordinator = node;
  volume.state = 'OnlinePending';
  volume.timer = sim.schedule(sim.now + time, { type: 'volume.online', volume: volume.id });
  touchVolume(sim, volume);
}

/** The coordinator moves in good order: nothing waits. */
export function moveCoordinator(sim: Simulation, volume: VolumeState, node: string): void {
  volume.coordinator = node;
  if (volume.state === 'Online') setDiskOwner(sim, volume.disk, node);
  touchVolume(sim, volume);
}

/** Remembers that a shared volume changed, and its disk with it; I/O that waited for it goes on, or waits from now on. */
export function touchVolume(sim: Simulation, volume: VolumeState): void {
  shareAround(sim, [diskLink(volume.disk)], sim.now);
  sim.touch('sharedVolumes', volume.id);
  sim.touch('disks', volume.disk);
}

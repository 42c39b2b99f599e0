import { isAtLeast } from '#shared/model/release';
import type { Simulation } from '../engine/simulation';
import { aliveMembers } from '../membership/alive';
import type { DiskState, VolumeState } from '../state/storage-state';
import { diskProblem } from './disk-arbitration';
import { setDiskOwner, takeDisk } from './disk-ownership';
import { hasAccess } from './disk-paths';
import { loseVolumeStorage, regainVolumeStorage } from './machine-storage';
import { mountOn, nextCoordinator, touchVolume } from './volume-coordinator';

/** Members that can coordinate a volume: they have a path to its disk, and no living owner of another partition defends it. */
function ableMembers(sim: Simulation, disk: DiskState): readonly string[] {
  const withPath = aliveMembers(sim).filter((node) => hasAccess(sim, disk, node));
  const foreign = disk.reservation !== null && !sim.isMember(disk.reservation);
  return foreign ? withPath.filter((node) => diskProblem(sim, disk.id, node) === null) : withPath;
}

function bestAble(sim: Simulation, volume: VolumeState, able: readonly string[]): string | undefined {
  if (volume.coordinator !== null && able.includes(volume.coordinator)) return volume.coordinator;
  return able.find((node) => !sim.record(node).paused) ?? able[0];
}

/**
 * A coordinator without a path hands over to a node that has one: I/O is queued meanwhile (5120). A volume fails only when no
 * node has a path (5142), and is mounted again as soon as one has.
 */
export function watchVolumes(sim: Simulation): void {
  for (const volume of sim.db.volumes.values()) if (volume.state !== 'Offline') watchVolume(sim, volume);
}

function watchVolume(sim: Simulation, volume: VolumeState): void {
  const disk = sim.disk(volume.disk);
  const { coordinator } = volume;
  const able = ableMembers(sim, disk);
  const next = bestAble(sim, volume, able);
  if (next === undefined) {
    if (volume.state !== 'Failed' && !diedUnnoticed(sim, coordinator)) failVolume(sim, volume);
  } else if (volume.state === 'Failed') takeOver(sim, volume, next);
  else if (next !== coordinator && !diedUnnoticed(sim, coordinator)) {
    const subject = { kind: 'sharedVolume', name: disk.name } as const;
    if (coordinator !== null) sim.log(5120, coordinator, subject, disk.name, sim.node(coordinator).name);
    takeOver(sim, volume, next);
  }
}

/** A member that lives gives the reservation up even without a path; only that of a dead one must be challenged. */
function takeOver(sim: Simulation, volume: VolumeState, node: string): void {
  const { reservation } = sim.disk(volume.disk);
  if (reservation !== null && aliveMembers(sim).includes(reservation)) setDiskOwner(sim, volume.disk, null);
  mountOn(sim, volume, node);
}

/** A coordinator that died without anyone having noticed keeps its volume until it leaves the membership. */
function diedUnnoticed(sim: Simulation, coordinator: string | null): boolean {
  return coordinator !== null && sim.isMember(coordinator) && !aliveMembers(sim).includes(coordinator);
}

/** No node has a path to the volume any more (5142): what runs on it has no storage. */
function failVolume(sim: Simulation, volume: VolumeState): void {
  const { name } = sim.disk(volume.disk);
  sim.cancel(volume.timer);
  volume.timer = null;
  volume.state = 'Failed';
  for (const node of aliveMembers(sim)) {
    sim.log(5142, node, { kind: 'sharedVolume', name }, name, sim.node(node).name);
  }
  touchVolume(sim, volume);
  loseVolumeStorage(sim, volume);
}

/**
 * Coordinators left the membership: I/O is queued (5157 from 2016, 5120 before) while another node takes the disk over from its
 * dead owner and mounts it; machines go on.
 */
export function loseCoordinators(sim: Simulation, lost: readonly string[]): void {
  for (const volume of sim.db.volumes.values()) {
    const { coordinator } = volume;
    if (coordinator === null || !lost.includes(coordinator) || volume.state === 'Offline') continue;
    const { name } = sim.disk(volume.disk);
    const subject = { kind: 'sharedVolume', name } as const;
    if (isAtLeast(sim.state.release, '2016')) sim.logByAll(5157, subject, name, sim.node(coordinator).name);
    else for (const member of sim.db.members) sim.log(5120, member, subject, name, sim.node(member).name);
    const next = nextCoordinator(sim, volume, coordinator);
    if (next !== undefined) mountOn(sim, volume, next);
    else failVolume(sim, volume);
  }
}

/** The time for a mount is over: queued I/O goes on, unless the node cannot have the disk after all. */
export function onVolumeOnline(sim: Simulation, id: string): void {
  const volume = sim.db.volumes.get(id);
  if (volume === undefined || volume.coordinator === null) return;
  volume.timer = null;
  if (diskProblem(sim, volume.disk, volume.coordinator) !== null) {
    failVolume(sim, volume);
    watchVolume(sim, volume);
    return;
  }
  volume.state = 'Online';
  takeDisk(sim, volume.disk, volume.coordinator);
  touchVolume(sim, volume);
  regainVolumeStorage(sim, volume);
}

import { refuse, Refusal, windowsErrors } from '../engine/refusal';
import { clusterError } from '#shared/model/cluster-error';
import type { Simulation } from '../engine/simulation';
import { guestClusterWithDisk } from '../guest-clusters/guest-disks';
import { storageMigrationOf } from '../hyperv/storage-migration';
import { aliveMembers, isAlive } from '../membership/alive';
import { providerIds } from '../resources/dependencies';
import { terminate } from '../resources/resource-offline';
import { advanceRole } from '../resources/role-advance';
import type { ResourceState } from '../state/resource-state';
import type { RoleState } from '../state/role-state';
import type { DiskState, VolumeState } from '../state/storage-state';
import { availableStorage, clusterDisk, dropDiskResource, handDisk } from '../storage/disk-assignment';
import { setDiskOwner } from '../storage/disk-ownership';
import { hasAccess } from '../storage/disk-paths';
import { failDiskOn } from '../storage/disk-failure';
import { lacksPath } from '../storage/volume-access';
import { moveCoordinator } from '../storage/volume-coordinator';
import { beginMaintenance, endMaintenance, rolesOn } from '../storage/volume-maintenance';
import { addSharedVolume, removeSharedVolume } from '../storage/volume-parts';
import type { CommandHandlers } from './command-handler';
import { findDisk, findMember, findRole, findVolume, requireRunning, requireSettled } from './find';

function requireStorage(sim: Simulation): RoleState {
  requireRunning(sim);
  return (
    availableStorage(sim) ?? refuse(`${sim.db.name} has no Available Storage.`, undefined, 'Create the cluster first.')
  );
}

/** The resource of a disk in Available Storage (5965 where it is elsewhere, 5007 where it is nowhere). */
function storageResource(sim: Simulation, disk: DiskState): ResourceState {
  if (disk.resource === null) {
    if (disk.volume !== null) return refuse(`${disk.name} is a shared volume.`, windowsErrors.notAvailableStorage);
    return refuse(`${disk.name} is not in the cluster.`, windowsErrors.resourceNotFound);
  }
  const resource = sim.resource(disk.resource);
  const role = sim.role(resource.role);
  if (role.groupType === 'AvailableStorage') return resource;
  if (role.groupType === 'Cluster') return refuse(`${disk.name} is the witness.`, windowsErrors.quorumResource);
  return refuse(`${disk.name} is used by ${role.name}.`, windowsErrors.notAvailableStorage);
}

function requireUsable(disk: DiskState, resource: ResourceState): void {
  if (resource.maintenance) refuse(`${disk.name} is in maintenance mode.`, windowsErrors.resourceInMaintenance);
  if (resource.state !== 'Online') refuse(`${disk.name} is not online.`, windowsErrors.resourceNotOnline);
}

/** Machines that hold memory and have files on a volume keep it from going (5947). */
function requireUnused(sim: Simulation, disk: DiskState): void {
  for (const machine of sim.state.machines.values()) {
    const runs = machine.state !== 'Off' && machine.state !== 'Saved' && machine.disks.includes(disk.id);
    if (!runs && storageMigrationOf(sim, machine.id)?.to !== disk.id) continue;
    refuse(
      `${machine.name} ${runs ? 'runs from' : 'is being moved to'} ${disk.name}.`,
      windowsErrors.volumeInUse,
      'Stop the machines, or move their storage away.',
    );
  }
}

/** Why a node cannot coordinate a volume: it is paused, or has no path to its disk. */
function coordinatorProblem(sim: Simulation, volume: VolumeState, node: string) {
  const [{ name }, disk] = [sim.node(node), sim.disk(volume.disk)];
  if (sim.record(node).paused) return clusterError('refused', `${name} is paused.`, { code: windowsErrors.nodePaused });
  if (hasAccess(sim, disk, node)) return null;
  return clusterError('refused', `${name} has no path to ${disk.name}.`, { code: windowsErrors.resourceNotAvailable });
}

function bestCoordinator(sim: Simulation, volume: VolumeState): string {
  const others = sim.db.members.filter((node) => node !== volume.coordinator);
  const best = others.find((node) => coordinatorProblem(sim, volume, node) === null);
  return best ?? refuse(`No other node can coordinate ${sim.disk(volume.disk).name}.`, windowsErrors.nodeDown);
}

function setVolumeMaintenance(sim: Simulation, volume: VolumeState, on: boolean, operation: string): string | null {
  if (!on) {
    endMaintenance(sim, volume);
    return 'Out of maintenance mode';
  }
  for (const role of rolesOn(sim, volume)) requireSettled(sim, role);
  beginMaintenance(sim, volume, operation);
  return null;
}

/** Out of maintenance mode the disk is checked again: what happened to it meanwhile is noticed. */
function setDiskMaintenance(sim: Simulation, disk: DiskState, on: boolean): string {
  if (disk.resource === null) return refuse(`${disk.name} is not in the cluster.`, windowsErrors.resourceNotFound);
  const resource = sim.resource(disk.resource);
  if (sim.db.quorum.witness?.resource === resource.id)
    refuse(`${disk.name} is the witness.`, windowsErrors.quorumResource);
  if (on && resource.state !== 'Online') refuse(`${disk.name} is not online.`, windowsErrors.resourceNotOnline);
  resource.maintenance = on;
  sim.touch('resources', resource.id);
  sim.touch('disks', disk.id);
  const { owner } = sim.role(resource.role);
  const gone = owner !== null && (!disk.working || lacksPath(disk, owner));
  if (!on && gone && isAlive(sim, owner)) failDiskOn(sim, disk, owner);
  return on ? 'In maintenance mode' : 'Out of maintenance mode';
}

function requireNoDependents(sim: Simulation, resource: ResourceState): void {
  for (const other of sim.resourcesOf(sim.role(resource.role))) {
    if (!providerIds(other.dependsOn).includes(resource.id)) continue;
    refuse(
      `${other.name} depends on ${resource.name}.`,
      windowsErrors.dependentExists,
      'Change that dependency first.',
    );
  }
}

/** Commands about disks and shared volumes. */
export const diskCommands: CommandHandlers<
  | 'disk.add'
  | 'disk.remove'
  | 'disk.addToSharedVolumes'
  | 'disk.removeFromSharedVolumes'
  | 'disk.moveSharedVolume'
  | 'disk.setMaintenance'
  | 'disk.assign'
> = {
  'disk.add': (sim, input) => {
    const storage = requireStorage(sim);
    const disk = findDisk(sim, input.disk);
    const guests = guestClusterWithDisk(sim, disk.id);
    if (guests !== undefined)
      refuse(`${disk.name} is shared by the guest cluster ${guests.name}.`, windowsErrors.resourceNotAvailable);
    if (disk.clustered) refuse(`${disk.name} is already in the cluster.`, windowsErrors.alreadyExists);
    if (!disk.persistentReservations) {
      refuse(
        `${disk.name} has no SCSI-3 persistent reservations: it cannot be clustered.`,
        windowsErrors.resourceNotAvailable,
      );
    }
    const blind = aliveMembers(sim).find((node) => !hasAccess(sim, disk, node));
    if (blind !== undefined)
      refuse(`${sim.node(blind).name} does not see ${disk.name}.`, windowsErrors.resourceNotAvailable);
    clusterDisk(sim, disk, storage);
    return 'Added';
  },
  'disk.remove': (sim, input) => {
    requireStorage(sim);
    const disk = findDisk(sim, input.disk);
    const resource = storageResource(sim, disk);
    terminate(sim, resource, 'Offline');
    dropDiskResource(sim, resource);
    setDiskOwner(sim, disk.id, null);
    disk.clustered = false;
    return 'Removed; what is on it stays';
  },
  'disk.addToSharedVolumes': (sim, input) => {
    const storage = requireStorage(sim);
    if (!sim.db.sharedVolumesEnabled)
      refuse('Cluster Shared Volumes are not enabled.', undefined, 'Use Enable Cluster Shared Volumes first.');
    const disk = findDisk(sim, input.disk);
    const resource = storageResource(sim, disk);
    requireUsable(disk, resource);
    dropDiskResource(sim, resource);
    addSharedVolume(sim, disk, storage.owner).state = 'Online';
    return 'Added';
  },
  'disk.removeFromSharedVolumes': (sim, input) => {
    const storage = requireStorage(sim);
    const volume = findVolume(sim, input.disk);
    const disk = sim.disk(volume.disk);
    requireUnused(sim, disk);
    removeSharedVolume(sim, volume);
    setDiskOwner(sim, disk.id, null);
    clusterDisk(sim, disk, storage);
    return 'Removed; the disk is in Available Storage';
  },
  'disk.moveSharedVolume': (sim, input) => {
    requireRunning(sim);
    const volume = findVolume(sim, input.disk);
    if (volume.state !== 'Online')
      refuse(`${sim.disk(volume.disk).name} is not online.`, windowsErrors.resourceNotOnline);
    const node = input.destination === undefined ? bestCoordinator(sim, volume) : findMember(sim, input.destination).id;
    if (node === volume.coordinator) return 'It is already there';
    const problem = coordinatorProblem(sim, volume, node);
    if (problem !== null) throw new Refusal(problem);
    moveCoordinator(sim, volume, node);
    return `Moved to ${sim.node(node).name}`;
  },
  'disk.setMaintenance': (sim, input, operation) => {
    requireRunning(sim);
    const disk = findDisk(sim, input.disk);
    const volume = disk.volume === null ? undefined : sim.db.volumes.get(disk.volume);
    if (volume === undefined) return setDiskMaintenance(sim, disk, input.on);
    return setVolumeMaintenance(sim, volume, input.on, operation.id);
  },
  'disk.assign': (sim, input) => {
    requireRunning(sim);
    const [disk, role] = [findDisk(sim, input.disk), findRole(sim, input.role)];
    if (role.groupType === 'Cluster') refuse(`${role.name} belongs to the cluster itself.`, windowsErrors.coreResource);
    requireSettled(sim, role);
    const own = disk.resource === null ? undefined : sim.resource(disk.resource);
    if (own?.role === role.id) refuse(`${role.name} already has ${disk.name}.`, windowsErrors.alreadyThere);
    const resource = own !== undefined && isOfOtherRole(sim, own) ? own : storageResource(sim, disk);
    requireNoDependents(sim, resource);
    handDisk(sim, resource, role);
    advanceRole(sim, role);
    return `Assigned to ${role.name}`;
  },
};

function isOfOtherRole(sim: Simulation, resource: ResourceState): boolean {
  const { groupType } = sim.role(resource.role);
  return groupType !== 'Cluster' && groupType !== 'AvailableStorage';
}

import { isAtLeast } from '#shared/model/release';
import { sizeInWords } from '#shared/commands/words';
import { refuse, windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { filesOf, freeOn } from '../hyperv/machine-files';
import { copyObstacle, requestStorageMigration, storageMigrationOf } from '../hyperv/storage-migration';
import type { MachineState } from '../state/machine-state';
import type { DiskState } from '../state/storage-state';
import type { CommandHandlers } from './command-handler';
import { findDisk, findMachine, requireOwnerUp, requireRunning, requireSettled } from './find';

/** A machine stands still for its storage migration: running, off or saved, on a host that works. */
function requireStill(sim: Simulation, machine: MachineState): void {
  if (machine.role !== null) {
    requireRunning(sim);
    const role = sim.role(machine.role);
    requireSettled(sim, role);
    requireOwnerUp(sim, role);
  }
  if (!sim.node(machine.host).powered) refuse(`The host of ${machine.name} is down.`, windowsErrors.nodeDown);
  if (storageMigrationOf(sim, machine.id) !== undefined)
    refuse(`The storage of ${machine.name} is being moved already.`);
  if (machine.state !== 'Running' && machine.state !== 'Off' && machine.state !== 'Saved')
    refuse(`${machine.name} is busy.`);
}

/** The files of a clustered machine are on shared volumes or disks of its role, those of another one on no disk that a role has. */
function requireFit(sim: Simulation, machine: MachineState, disk: DiskState): void {
  if (disk.volume !== null && sim.db.volumes.has(disk.volume)) return;
  const resource = disk.resource === null ? undefined : sim.db.resources.get(disk.resource);
  if (resource === undefined) refuse(`${disk.name} is not in the cluster.`, windowsErrors.resourceNotFound);
  const role = sim.role(resource.role);
  if (role.id === machine.role) return;
  if (machine.role === null && role.groupType === 'AvailableStorage' && role.owner === machine.host) return;
  refuse(
    `${machine.name} can use shared volumes and the disks of its role; ${disk.name} is in ${role.name}.`,
    windowsErrors.notAvailableStorage,
    'Choose a shared volume, or assign the disk to the role first.',
  );
}

function requireSpace(sim: Simulation, machine: MachineState, disk: DiskState): void {
  const [needed, free] = [filesOf(sim, machine), freeOn(sim, disk)];
  if (needed <= free) return;
  const left = free === 0 ? 'no room' : sizeInWords(free);
  refuse(
    `The files of ${machine.name} need ${sizeInWords(needed)}, ${disk.name} has ${left} left.`,
    windowsErrors.diskFull,
  );
}

/** Move-VMStorage. */
export const storageMigrationCommands: CommandHandlers<'vm.migrateStorage'> = {
  'vm.migrateStorage': (sim, input, operation) => {
    if (!isAtLeast(sim.state.release, '2012'))
      refuse(`Windows Server ${sim.state.release} has no storage migration.`, undefined, undefined, 'unsupported');
    const [machine, disk] = [findMachine(sim, input.vm), findDisk(sim, input.disk)];
    requireStill(sim, machine);
    if (machine.disks.length > 0 && machine.disks.every((id) => id === disk.id)) return 'They are already there';
    requireFit(sim, machine, disk);
    for (const each of [...machine.disks.map((id) => sim.disk(id)), disk]) {
      const obstacle = copyObstacle(sim, each, machine.host);
      if (obstacle !== null) refuse(obstacle, windowsErrors.resourceNotOnline);
    }
    requireSpace(sim, machine, disk);
    requestStorageMigration(sim, machine, disk, operation);
    return null;
  },
};

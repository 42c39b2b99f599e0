import type { Simulation } from '../engine/simulation';
import type { MachineState } from '../state/machine-state';
import type { DiskState } from '../state/storage-state';

/** Machines with files on a disk. */
function machinesOnDisk(sim: Simulation, disk: string): readonly MachineState[] {
  return [...sim.state.machines.values()].filter(({ disks }) => disks.includes(disk));
}

/** Bytes of the files of a machine: its virtual disk, on a small disk no more than its share of it. */
export function filesOf(sim: Simulation, machine: MachineState): number {
  const shares = machine.disks.map((disk) => Math.floor(sim.disk(disk).size / machinesOnDisk(sim, disk).length));
  return Math.min(machine.virtualDisk, ...shares);
}

/** Bytes that are left on a disk beside the files of machines and those that are on their way to it. */
export function freeOn(sim: Simulation, disk: DiskState): number {
  const there = machinesOnDisk(sim, disk.id).reduce((sum, machine) => sum + filesOf(sim, machine), 0);
  const coming = [...sim.state.storageMigrations.values()]
    .filter(({ to }) => to === disk.id)
    .reduce((sum, { bytes }) => sum + bytes, 0);
  return Math.max(0, disk.size - there - coming);
}

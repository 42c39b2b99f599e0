import { foldName, type ClusterView } from '../../model/cluster-view';
import type { VirtualMachine } from '../../model/virtual-machine';
import { objection, type Objection } from '../objection';

/** Virtual machines that hold memory and have files on a disk. */
export function machinesOnDisk(disk: string, view: ClusterView): readonly VirtualMachine[] {
  return view.snapshot.virtualMachines.filter(
    (machine) =>
      machine.state !== 'Off' &&
      machine.state !== 'Saved' &&
      machine.disks.some((name) => foldName(name) === foldName(disk)),
  );
}

/** A machine starts from no shared volume that is in maintenance mode: 5970. */
export function volumeInMaintenance(machine: VirtualMachine | undefined, view: ClusterView): Objection {
  const volume = view.snapshot.sharedVolumes.find(
    ({ name, maintenanceMode }) => maintenanceMode && machine?.disks.some((disk) => foldName(disk) === foldName(name)),
  );
  if (volume === undefined) return null;
  return objection(`${volume.name} is in maintenance mode.`, 5970, 'Turn off its maintenance mode first.');
}

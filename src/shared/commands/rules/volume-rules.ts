import { foldName, type ClusterView } from '../../model/cluster-view';
import type { VirtualMachine } from '../../model/virtual-machine';

/** Virtual machines that hold memory and have files on a disk. */
export function machinesOnDisk(disk: string, view: ClusterView): readonly VirtualMachine[] {
  return view.snapshot.virtualMachines.filter(
    (machine) =>
      machine.state !== 'Off' &&
      machine.state !== 'Saved' &&
      machine.disks.some((name) => foldName(name) === foldName(disk)),
  );
}

import { createHash } from 'node:crypto';
import { foldName, type ClusterView } from '#shared/model/cluster-view';
import type { VirtualMachine } from '#shared/model/virtual-machine';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The Id of a virtual machine as Hyper-V writes it. The simulator's Ids are no GUIDs: the same one always has the same. */
export function machineGuid(machine: VirtualMachine): string {
  if (guid.test(machine.id)) return machine.id.toLowerCase();
  const hash = createHash('sha256').update(`virtual machine ${machine.id}`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

/** The machine with an Id; undefined when there is none. */
export function machineWithGuid(view: ClusterView, id: string): VirtualMachine | undefined {
  const wanted = foldName(id).replace(/[{}]/g, '');
  return view.snapshot.virtualMachines.find((machine) => machineGuid(machine) === wanted);
}

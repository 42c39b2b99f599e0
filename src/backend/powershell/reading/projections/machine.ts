import type { VirtualMachine } from '#shared/model/virtual-machine';
import { heartbeats, machineStates, wordOf } from '../enumerations';
import type { RowIndex } from '../row-index';
import { foldId, type MachineRow } from '../rows/machine-row';

/** A machine that one node told. A clustered one is where its role is, which is read more often. */
export function projectMachine(row: MachineRow, node: string, index: RowIndex): VirtualMachine {
  const role = index.roleOfMachine(row);
  const state = wordOf(machineStates, row.State, 'Other');
  return {
    id: foldId(row.Id),
    name: row.Name,
    state,
    computerName: (role === null ? null : index.ownerOfRole(role)) ?? node,
    isClustered: role !== null || row.IsClustered === true,
    role,
    heartbeat: wordOf(heartbeats, row.Heartbeat, 'Unknown'),
    memoryStartup: row.MemoryStartup ?? 0,
    memoryAssigned: row.MemoryAssigned ?? 0,
    processorCount: row.ProcessorCount ?? 1,
    cpuUsage: row.CPUUsage,
    disks: index.disksOfMachine(row, role),
    guestCluster: null,
  };
}

import { foldName, type ClusterView } from '#shared/model/cluster-view';
import { diskFolder } from '#shared/commands/virtual-machine-script';
import type { Node } from '#shared/model/node';
import type { GuestHeartbeat, VirtualMachine } from '#shared/model/virtual-machine';
import { machineGuid } from '../machine-guid';
import type { PracticeObject } from '../practice-object';

function heartbeat(state: GuestHeartbeat): string | null {
  return state === 'Unknown' ? null : state;
}

/** Whether a live migration of it runs. */
function moves(machine: VirtualMachine, view: ClusterView): boolean {
  const { role } = machine;
  return role !== null && view.runningOperation({ kind: 'role', name: role })?.migration?.kind === 'live';
}

/** `Microsoft.HyperV.PowerShell.VirtualMachine`. Sizes in bytes; `uptime`: milliseconds that it has run. */
export function machineObject(machine: VirtualMachine, view: ClusterView, uptime: number): PracticeObject {
  const moving = moves(machine, view);
  const folders = machine.disks.map((disk) => diskFolder(disk, view));
  return {
    $type: 'VirtualMachine',
    Name: machine.name,
    VMName: machine.name,
    Id: machineGuid(machine),
    VMId: machineGuid(machine),
    ComputerName: machine.computerName,
    State: machine.state === 'Resuming' ? 'Resuming' : machine.state,
    Status: moving ? 'Migrating' : 'Operating normally',
    PrimaryOperationalStatus: moving ? 'InService' : 'Ok',
    SecondaryOperationalStatus: moving ? 'MigratingVirtualMachine' : null,
    PrimaryStatusDescription: moving ? 'In service' : 'Operating normally',
    Heartbeat: heartbeat(machine.heartbeat),
    Uptime: uptime,
    CPUUsage: machine.cpuUsage ?? 0,
    MemoryAssigned: machine.memoryAssigned,
    MemoryDemand: machine.memoryAssigned,
    MemoryStatus: machine.memoryAssigned === 0 ? '' : 'OK',
    MemoryStartup: machine.memoryStartup,
    MemoryMinimum: machine.memoryStartup,
    MemoryMaximum: machine.memoryStartup,
    DynamicMemoryEnabled: false,
    ProcessorCount: machine.processorCount,
    IsClustered: machine.isClustered,
    AutomaticStartAction: 'StartIfRunning',
    AutomaticStopAction: 'Save',
    CheckpointType: 'Production',
    Generation: 2,
    Version: '10.0',
    Path: folders[0] ?? '',
    ConfigurationLocation: folders[0] ?? '',
    HardDrives: machine.disks.map((disk, place) => hardDriveObject(machine, disk, place, view)),
    Notes: '',
    IsDeleted: false,
  };
}

/** `Microsoft.HyperV.PowerShell.HardDiskDrive`: the file of a machine on one of its disks. */
export function hardDriveObject(
  machine: VirtualMachine,
  disk: string,
  place: number,
  view: ClusterView,
): PracticeObject {
  return {
    $type: 'HardDiskDrive',
    Name: `Hard Drive on SCSI controller number 0 at location ${place}`,
    VMName: machine.name,
    VMId: machineGuid(machine),
    ComputerName: machine.computerName,
    Path: `${diskFolder(disk, view)}\\${machine.name}\\${machine.name}${place === 0 ? '' : `-${place}`}.vhdx`,
    ControllerType: 'SCSI',
    ControllerNumber: 0,
    ControllerLocation: place,
  };
}

/** `Microsoft.HyperV.PowerShell.VMHost`. Sizes in bytes. */
export function hostObject(node: Node, view: ClusterView): PracticeObject {
  const { domain, maximumParallelMigrations } = view.snapshot.cluster;
  return {
    $type: 'VMHost',
    Name: node.name,
    ComputerName: node.name,
    FullyQualifiedDomainName: domain === null ? node.name : `${node.name}.${domain}`,
    LogicalProcessorCount: node.logicalProcessors,
    MemoryCapacity: node.memoryTotal,
    MaximumVirtualMachineMigrations: maximumParallelMigrations,
    MaximumStorageMigrations: 2,
    VirtualMachineMigrationEnabled: true,
    VirtualMachineMigrationAuthenticationType: 'Kerberos',
    VirtualMachineMigrationPerformanceOption: 'Compression',
    UseAnyNetworkForMigration: false,
    VirtualMachinePath: 'C:\\ClusterStorage',
    VirtualHardDiskPath: 'C:\\ClusterStorage',
    IsDeleted: false,
  };
}

/** The disk whose folder a path is in, the longest that fits; undefined: none. */
export function diskOfPath(path: string, view: ClusterView): string | undefined {
  const folded = foldName(path).replace(/\//g, '\\');
  const fitting = view.snapshot.disks.filter((disk) => {
    const folder = foldName(diskFolder(disk.name, view));
    return folded === folder || folded.startsWith(`${folder}\\`);
  });
  return fitting.sort((one, other) => other.name.length - one.name.length)[0]?.name;
}

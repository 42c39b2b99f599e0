import type { ClusterView } from '#shared/model/cluster-view';
import type { VirtualMachine } from '#shared/model/virtual-machine';
import { notSimulated, wrongArgument } from '../cmdlet-failure';
import type { Cmdlet, CmdletRun } from '../cmdlet-run';
import { diskOfPath, hardDriveObject, hostObject, machineObject } from '../objects/machine-object';
import { actFor } from './act';
import { hostsOf, machineTargets, passThrough } from './machine-targets';
import { uptimes } from './machine-uptime';
import { meant } from './scope';
import type { PracticeObject } from '../practice-object';

/** The machines of a role or resource that came through the pipeline. */
function machinesOfClusterObject(run: CmdletRun, view: ClusterView): readonly VirtualMachine[] | undefined {
  const input = run.parameters.object('ClusterObject');
  if (input === undefined) return undefined;
  const role =
    input.$type === 'ClusterResource'
      ? meant(view.snapshot.resources, input)?.ownerGroup
      : meant(view.snapshot.roles, input)?.name;
  const machine = role === undefined ? undefined : view.machineOf(role);
  return machine === undefined ? [] : [machine];
}

function onMachines(commandFor: (run: CmdletRun) => string): Cmdlet {
  return async (run) => {
    for (const machine of machineTargets(run, run.cluster.view())) {
      await actFor(run, commandFor(run), { vm: machine.name }, null);
      await passThrough(run, machine.name);
    }
  };
}

function stopCommand({ parameters }: CmdletRun): string {
  if (parameters.flag('Save')) return 'vm.save';
  return parameters.flag('TurnOff') ? 'vm.turnOff' : 'vm.shutDown';
}

/** The disk for a new machine's files, from the paths that it was given. */
function diskFor(run: CmdletRun, view: ClusterView): string {
  const path = run.parameters.text('NewVHDPath') ?? run.parameters.text('Path');
  const disk = path === undefined ? undefined : diskOfPath(path, view);
  if (disk === undefined)
    throw wrongArgument(
      'On the practice cluster the files of a machine go to a folder of a shared volume or a clustered disk: name it with -Path.',
    );
  return disk;
}

/** Cmdlets of Hyper-V. */
export const machineCmdlets = {
  'Get-VM': async (run) => {
    const uptimeOf = await uptimes(run);
    const view = run.cluster.view();
    const machines = machinesOfClusterObject(run, view) ?? machineTargets(run, view);
    for (const machine of machines) run.write(machineObject(machine, view, uptimeOf(machine)));
  },
  'Get-VMHost': (run) => {
    const view = run.cluster.view();
    for (const node of hostsOf(run, view)) run.write(hostObject(node, view));
  },
  'Get-VMHardDiskDrive': (run) => {
    const view = run.cluster.view();
    const { parameters } = run;
    const fits = (drive: PracticeObject): boolean =>
      (parameters.text('ControllerType') ?? drive['ControllerType']) === drive['ControllerType'] &&
      (parameters.number('ControllerNumber') ?? drive['ControllerNumber']) === drive['ControllerNumber'] &&
      (parameters.number('ControllerLocation') ?? drive['ControllerLocation']) === drive['ControllerLocation'];
    for (const machine of machineTargets(run, view))
      for (const [place, disk] of machine.disks.entries()) {
        const drive = hardDriveObject(machine, disk, place, view);
        if (fits(drive)) run.write(drive);
      }
  },
  'Get-VMMigrationNetwork': (run) => {
    const view = run.cluster.view();
    const subnets = run.parameters.texts('Subnet');
    const priorities = run.parameters.texts('Priority')?.map(Number);
    for (const node of hostsOf(run, view))
      for (const { address, liveMigrationOrder } of view.snapshot.networks) {
        if (liveMigrationOrder === null || subnets?.includes(address) === false) continue;
        if (priorities?.includes(liveMigrationOrder) === false) continue;
        run.write({
          $type: 'VMMigrationNetwork',
          Subnet: address,
          Priority: liveMigrationOrder,
          ComputerName: node.name,
          IsDeleted: false,
        });
      }
  },
  'Start-VM': onMachines(() => 'vm.start'),
  'Stop-VM': onMachines(stopCommand),
  'Save-VM': onMachines(() => 'vm.save'),
  'New-VM': async (run) => {
    const { parameters } = run;
    const view = run.cluster.view();
    // Machines of the practice cluster are all of the second generation.
    if ((parameters.number('Generation') ?? 2) !== 2) throw notSimulated('New-VM -Generation 1');
    const [host] = hostsOf(run, view);
    const name = parameters.text('Name') ?? 'New Virtual Machine';
    const memory = parameters.number('MemoryStartupBytes') ?? 512 * 1024 ** 2;
    const input = { node: host?.name ?? '', name, memory, processors: 1, disk: diskFor(run, view) };
    await actFor(run, 'vm.create', input, null);
    const after = run.cluster.view();
    const machine = after.virtualMachine(name);
    if (machine !== undefined) run.write(machineObject(machine, after, 0));
  },
  'Move-VMStorage': async (run) => {
    const view = run.cluster.view();
    const path = run.parameters.text('DestinationStoragePath');
    if (path === undefined) throw notSimulated('Move-VMStorage without -DestinationStoragePath');
    const disk = diskOfPath(path, view);
    if (disk === undefined) throw wrongArgument(`'${path}' is in no folder of a shared volume or a clustered disk.`);
    for (const machine of machineTargets(run, view))
      await actFor(run, 'vm.migrateStorage', { vm: machine.name, disk }, null);
  },
} as const satisfies { readonly [cmdlet: string]: Cmdlet };

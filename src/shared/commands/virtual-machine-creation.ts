import { z } from 'zod';
import { foldName, type ClusterView } from '../model/cluster-view';
import type { VirtualMachine } from '../model/virtual-machine';
import { accepted, defineCommand, unchanged } from './command-definition';
import { objectName, size } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { nameTaken, releaseLacks } from './rules/cluster-rules';
import { diskNotUsable, diskUseInWords } from './rules/disk-rules';
import { machineBusy } from './rules/machine-rules';
import { nodeNotRunning, nodesUnknown } from './rules/node-rules';
import { runningCluster, virtualMachines } from './rules/subject';
import { cmdletCall, pipeline } from './script-step';
import { aboutCluster, aboutMachine } from './targets';
import { diskFolder, machineStep } from './virtual-machine-script';
import { countOf, sizeInWords } from './words';

/** Size of the virtual hard disk that New Virtual Machine offers in Hyper-V Manager, 127 GB, growing as it fills. */
const newDiskSize = 127 * 1024 ** 3;

/** A disk for the files of a machine must be clustered, usable and neither witness nor not clustered. */
function unfitDisk(name: string, view: ClusterView): Objection {
  const disk = view.disk(name);
  if (disk === undefined) return objection(`There is no disk ${name} in ${view.snapshot.cluster.name}.`, 5007);
  if (disk.use === 'Witness' || disk.use === 'NotClustered') return objection(`${diskUseInWords(disk)}.`, 5965);
  return diskNotUsable(disk);
}

function unfitNode(name: string, view: ClusterView): Objection {
  const node = view.node(name);
  return node === undefined ? nodesUnknown([name], view) : nodeNotRunning(node);
}

/** Creates a virtual machine on a node; it becomes a role with Configure a Service or Application. */
export const createMachine = defineCommand({
  name: 'vm.create',
  title: 'New Virtual Machine',
  ...aboutCluster,
  input: z.strictObject({
    node: objectName,
    name: objectName,
    memory: size,
    processors: z.int().min(1).max(2048),
    /** The disk or shared volume for its files. */
    disk: objectName,
  }),
  risk: 'safe',
  asks: true,
  targetOf: ({ node }) => ({ kind: 'node', name: node }),
  describe: ({ node, name }) => `Create the virtual machine ${name} on ${node}`,
  availability: (name, view) => runningCluster.offer(name, view, () => null),
  check: ({ node: host, name, memory, processors, disk }, view) =>
    runningCluster.check('', view, () => {
      const node = view.node(host);
      const taken = view.virtualMachine(name);
      const free = node?.memoryAvailable ?? null;
      return (
        refusal(
          unfitNode(host, view) ??
            (taken === undefined ? null : nameTaken('a virtual machine', taken.name)) ??
            unfitDisk(disk, view),
        ) ??
        accepted(
          `${name} is created on ${node?.name ?? host} with ${sizeInWords(memory)} of memory and ${countOf(processors, 'processor')}, its files on ${view.disk(disk)?.name ?? disk}. It is off.`,
          ...(free !== null && free < memory
            ? [
                `${node?.name ?? host} has ${sizeInWords(Math.max(free, 0))} of memory free: it could not start there now.`,
              ]
            : []),
          'It is not highly available before Configure a Service or Application.',
        )
      );
    }),
  script: ({ node, name, memory, processors, disk }, view) => {
    const folder = diskFolder(disk, view);
    return [
      pipeline(
        cmdletCall('New-VM', {
          Name: name,
          ComputerName: [node],
          MemoryStartupBytes: memory,
          Path: folder,
          NewVHDPath: `${folder}\\${name}\\${name}.vhdx`,
          NewVHDSizeBytes: newDiskSize,
        }),
        cmdletCall('Set-VM', { ProcessorCount: processors }),
      ),
    ];
  },
});

function cannotMoveFiles(machine: VirtualMachine, view: ClusterView): Objection {
  return releaseLacks(view, '2012', 'storage migration') ?? machineBusy(machine, view);
}

/** The files of a clustered machine are on shared volumes or disks of its role: 5965. */
function unfitForRole(machine: VirtualMachine, name: string, view: ClusterView): Objection {
  const disk = view.disk(name);
  if (disk === undefined || !machine.isClustered || disk.use === 'SharedVolume') return null;
  if (foldName(disk.ownerGroup ?? '') === foldName(machine.role ?? '')) return null;
  const advice = `Choose a shared volume, or assign ${disk.name} to ${machine.role ?? 'the role'} first.`;
  return objection(`${diskUseInWords(disk)}.`, 5965, advice);
}

/** Moves the files of a virtual machine to another disk while it runs. */
export const migrateStorage = defineCommand({
  name: 'vm.migrateStorage',
  title: 'Move Virtual Machine Storage',
  ...aboutMachine,
  input: z.strictObject({ vm: objectName, disk: objectName }),
  risk: 'safe',
  asks: true,
  describe: ({ vm, disk }) => `Move the storage of ${vm} to ${disk}`,
  availability: (name, view) => virtualMachines.offer(name, view, (machine) => cannotMoveFiles(machine, view)),
  check: ({ vm, disk }, view) =>
    virtualMachines.check(vm, view, (machine) => {
      if (machine.disks.length > 0 && machine.disks.every((name) => foldName(name) === foldName(disk)))
        return unchanged(`The files of ${machine.name} are already on ${view.disk(disk)?.name ?? disk}.`);
      return (
        refusal(cannotMoveFiles(machine, view) ?? unfitForRole(machine, disk, view) ?? unfitDisk(disk, view)) ??
        accepted(
          `The files of ${machine.name} are copied to ${view.disk(disk)?.name ?? disk}, then deleted where they are now.`,
          machine.state === 'Off' || machine.state === 'Saved' ? 'It is not running meanwhile.' : 'It keeps running.',
        )
      );
    }),
  script: ({ vm, disk }, view) => [
    machineStep(
      'Move-VMStorage',
      vm,
      { DestinationStoragePath: `${diskFolder(disk, view)}\\${vm}`, Confirm: false },
      view,
    ),
  ],
});

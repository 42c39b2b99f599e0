import { z } from 'zod';
import { accepted, defineCommand } from './command-definition';
import { objectName, size } from './input-fields';
import { offeredUnless, refusal } from './objection';
import { clusterNotRunning } from './objections/cluster-objections';
import { virtualMachineMissing } from './objections/virtual-machine-objections';
import { cmdletCall, pipeline } from './script-step';
import { machineFolder, machineStep } from './virtual-machine-script';

/** Size of the virtual hard disk that New Virtual Machine offers in Hyper-V Manager, 127 GB, growing as it fills. */
const newDiskSize = 127 * 1024 ** 3;

/** Creates a virtual machine on a node; it becomes a role with Configure a Service or Application. */
export const createMachine = defineCommand({
  name: 'vm.create',
  title: 'New Virtual Machine',
  target: 'cluster',
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
  inputFor: () => ({}),
  targetOf: ({ node }) => ({ kind: 'node', name: node }),
  describe: ({ node, name }) => `Create the virtual machine ${name} on ${node}`,
  availability: (_name, view) => offeredUnless(clusterNotRunning(view)),
  check: (_input, view) => refusal(clusterNotRunning(view)) ?? accepted(),
  script: ({ node, name, memory, processors, disk }, view) => {
    const folder = machineFolder(name, disk, view);
    return [
      pipeline(
        cmdletCall('New-VM', {
          Name: name,
          ComputerName: [node],
          MemoryStartupBytes: memory,
          Path: folder,
          NewVHDPath: `${folder}\\${name}.vhdx`,
          NewVHDSizeBytes: newDiskSize,
        }),
        cmdletCall('Set-VM', { ProcessorCount: processors }),
      ),
    ];
  },
});

/** Moves the files of a virtual machine to another disk while it runs. */
export const migrateStorage = defineCommand({
  name: 'vm.migrateStorage',
  title: 'Move Virtual Machine Storage',
  target: 'virtualMachine',
  input: z.strictObject({ vm: objectName, disk: objectName }),
  risk: 'safe',
  asks: true,
  inputFor: (vm) => ({ vm }),
  targetOf: ({ vm }) => ({ kind: 'virtualMachine', name: vm }),
  describe: ({ vm, disk }) => `Move the storage of ${vm} to ${disk}`,
  availability: (vm, view) => offeredUnless(virtualMachineMissing(vm, view)),
  check: ({ vm }, view) => refusal(virtualMachineMissing(vm, view)) ?? accepted(),
  script: ({ vm, disk }, view) => [
    machineStep('Move-VMStorage', vm, { DestinationStoragePath: machineFolder(vm, disk, view), Confirm: false }, view),
  ],
});

import { z } from 'zod';
import type { ClusterView } from '../model/cluster-view';
import type { VirtualMachine } from '../model/virtual-machine';
import { accepted, defineCommand, unchanged } from './command-definition';
import { objectName, size } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { machineBusy } from './rules/machine-rules';
import { virtualMachines } from './rules/subject';
import { aboutMachine } from './targets';
import { machineStep } from './virtual-machine-script';
import { countOf, sizeInWords } from './words';

/** Processors and startup memory change while the machine is off (5023); Hyper-V refuses them while it runs or is saved. */
function cannotConfigure(machine: VirtualMachine, view: ClusterView): Objection {
  const busy = machineBusy(machine, view);
  if (busy !== null || machine.state === 'Off') return busy;
  return objection(
    machine.state === 'Saved' ? `${machine.name} is saved.` : `${machine.name} is running.`,
    5023,
    'Shut it down first: its processors and memory change while it is off.',
  );
}

/** Gives a virtual machine another number of virtual processors. */
export const setProcessors = defineCommand({
  name: 'vm.setProcessors',
  title: 'Set Processors',
  ...aboutMachine,
  input: z.strictObject({ vm: objectName, processors: z.int().min(1).max(2048) }),
  risk: 'safe',
  asks: true,
  describe: ({ vm, processors }) => `Give ${vm} ${countOf(processors, 'processor')}`,
  availability: (name, view) => virtualMachines.offer(name, view, (machine) => cannotConfigure(machine, view)),
  check: ({ vm, processors }, view) =>
    virtualMachines.check(vm, view, (machine) => {
      if (machine.processorCount === processors)
        return unchanged(`${machine.name} already has ${countOf(processors, 'processor')}.`);
      return (
        refusal(cannotConfigure(machine, view)) ??
        accepted(`${machine.name} has ${countOf(processors, 'processor')} when it starts next.`)
      );
    }),
  script: ({ vm, processors }, view) => [machineStep('Set-VM', vm, { ProcessorCount: processors }, view)],
});

/** Gives a virtual machine another size of memory. */
export const setMemory = defineCommand({
  name: 'vm.setMemory',
  title: 'Set Memory',
  ...aboutMachine,
  input: z.strictObject({ vm: objectName, memory: size }),
  risk: 'safe',
  asks: true,
  describe: ({ vm, memory }) => `Give ${vm} ${sizeInWords(memory)} of memory`,
  availability: (name, view) => virtualMachines.offer(name, view, (machine) => cannotConfigure(machine, view)),
  check: ({ vm, memory }, view) =>
    virtualMachines.check(vm, view, (machine) => {
      if (machine.memoryStartup === memory)
        return unchanged(`${machine.name} already has ${sizeInWords(memory)} of memory.`);
      const host = machine.computerName === null ? undefined : view.node(machine.computerName);
      const free = host?.memoryAvailable ?? null;
      return (
        refusal(cannotConfigure(machine, view)) ??
        accepted(
          `${machine.name} has ${sizeInWords(memory)} of memory when it starts next.`,
          ...(host !== undefined && free !== null && free < memory
            ? [`${host.name} has ${sizeInWords(Math.max(free, 0))} of memory free: it could not start there now.`]
            : []),
        )
      );
    }),
  script: ({ vm, memory }, view) => [machineStep('Set-VM', vm, { MemoryStartupBytes: memory }, view)],
});

import { freeMemory } from '../resources/room';
import type { MachineState } from '../state/machine-state';
import type { NodeState } from '../state/node-state';
import { both, differences, inWords, notApplicable, unless } from './validation-subject';
import type { ValidationSubject, ValidationTestDefinition } from './validation-subject';

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1024 ** 2)} MB`;
}

/** Machines of a node that find no room on the others when it is lost, the largest placed first. */
function withoutRoom({ sim, nodes }: ValidationSubject, lost: NodeState): readonly MachineState[] {
  const free = nodes.filter(({ id }) => id !== lost.id).map(({ id }) => freeMemory(sim, id));
  const machines = sim.index.machinesOn(lost.id).filter(({ memoryOn }) => memoryOn === lost.id);
  return [...machines]
    .sort((a, b) => b.memory - a.memory)
    .filter(({ memory }) => {
      const roomiest = free.indexOf(Math.max(...free));
      if (roomiest < 0 || (free[roomiest] ?? 0) < memory) return true;
      free[roomiest] = (free[roomiest] ?? 0) - memory;
      return false;
    });
}

/** Tests of what virtual machines need. */
export const hypervTests: readonly ValidationTestDefinition[] = [
  {
    category: 'Hyper-V Configuration',
    name: 'Validate Matching Processor Manufacturers',
    run: (subject) =>
      both(
        differences(subject, 'processor of', ({ processor }) => processor.vendor),
        differences(subject, 'processor model', ({ processor }) => processor.model),
        'All processors are of one manufacturer and model.',
      ),
  },
  {
    category: 'Hyper-V Configuration',
    name: 'Validate Hardware-Assisted Virtualization',
    run: ({ nodes }) => {
      const off = nodes.filter(({ processor }) => !processor.virtualization);
      return unless(
        'Failed',
        off.map(({ name }) => `${name}: hardware-assisted virtualization is off.`),
        'It is on everywhere.',
      );
    },
  },
  {
    category: 'Hyper-V Configuration',
    name: 'Validate Data Execution Prevention',
    run: ({ nodes }) => {
      const off = nodes.filter(({ processor }) => !processor.executionPrevention);
      return unless(
        'Failed',
        off.map(({ name }) => `${name}: hardware-enforced execution prevention is off.`),
        'It is on everywhere.',
      );
    },
  },
  {
    category: 'Hyper-V Configuration',
    name: 'Validate Memory for the Loss of a Node',
    run: (subject) => {
      if (subject.nodes.length < 2) return notApplicable('There is only one node.');
      const problems = subject.nodes.flatMap((node) => {
        const homeless = withoutRoom(subject, node);
        const needed = homeless.reduce((sum, { memory }) => sum + memory, 0);
        const names = inWords(homeless.slice(0, 3).map(({ name }) => name));
        const more = homeless.length > 3 ? ` and ${homeless.length - 3} more` : '';
        return homeless.length === 0
          ? []
          : [`${node.name}: without it ${names}${more} find no room (${megabytes(needed)}).`];
      });
      return unless('Warning', problems, 'The others have room for the machines of any node.');
    },
  },
];

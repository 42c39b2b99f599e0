import type { ValidationTestDefinition } from './validation-subject';
import { disksOf, notApplicable, passed } from './validation-subject';

function gigabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 ** 3)} GB`;
}

/** What the machines have. These tests list and do not judge. */
export const inventoryTests: readonly ValidationTestDefinition[] = [
  {
    category: 'Inventory',
    name: 'List Operating System Information',
    run: ({ sim, nodes }) =>
      passed(
        ...nodes.map(
          (node) => `${node.name}: Windows Server ${sim.state.release.replace('R2', ' R2')}, build ${node.osBuild}.`,
        ),
      ),
  },
  {
    category: 'Inventory',
    name: 'List Processor Information',
    run: ({ nodes }) =>
      passed(
        ...nodes.map(
          ({ name, processor }) =>
            `${name}: ${processor.vendor} ${processor.model}, ${processor.logicalProcessors} logical processors.`,
        ),
      ),
  },
  {
    category: 'Inventory',
    name: 'List Memory Information',
    run: ({ nodes }) => passed(...nodes.map(({ name, memory }) => `${name}: ${gigabytes(memory)}.`)),
  },
  {
    category: 'Inventory',
    name: 'List Network Adapters',
    run: ({ sim, nodes }) =>
      passed(
        ...nodes.flatMap((node) =>
          [...sim.state.networks.values()].flatMap((network) => {
            const nic = sim.index.interfaceOf(node.id, network.id);
            return nic === undefined ? [] : [`${node.name}: ${nic.address} on ${network.name} (${network.subnet}).`];
          }),
        ),
      ),
  },
  {
    category: 'Inventory',
    name: 'List All Disks',
    run: (subject) => {
      const disks = disksOf(subject);
      if (disks.length === 0) return notApplicable('There are no shared disks.');
      return passed(...disks.map(({ name, size, bus }) => `${name}: ${gigabytes(size)}, ${bus}.`));
    },
  },
];

import type { Node } from '../../model/node';
import type { VirtualMachine } from '../../model/virtual-machine';
import { objection, type Objection } from '../objection';
import { sizeInWords } from '../words';

/** Whether a machine holds memory of its host: it runs, or is on its way there or from there. */
export function holdsMemory(machine: VirtualMachine): boolean {
  return machine.state !== 'Off' && machine.state !== 'Saved';
}

/** Bytes that a machine needs where it runs. */
export function memoryOf(machine: VirtualMachine): number {
  return holdsMemory(machine) && machine.memoryAssigned > 0 ? machine.memoryAssigned : machine.memoryStartup;
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1024 ** 2)} MB`;
}

/**
 * A node must have the memory: 5956 for a start, 5957 for a move. `free` is what the node has, null while unknown; then
 * nothing is said.
 */
export function memoryLacking(machine: VirtualMachine, node: Node, free: number | null, code: 5956 | 5957): Objection {
  const needed = memoryOf(machine);
  if (free === null || free >= needed) return null;
  const needs = sizeInWords(needed);
  const has = free <= 0 ? 'none' : sizeInWords(free);
  const told = needs === has ? [megabytes(needed), megabytes(free)] : [needs, has];
  return objection(
    `${machine.name} needs ${told[0]} of memory and ${node.name} has ${told[1]} free.`,
    code,
    code === 5956
      ? `Move it to a node with more memory, or free memory on ${node.name}.`
      : 'Choose a node with more memory, or free memory there.',
  );
}

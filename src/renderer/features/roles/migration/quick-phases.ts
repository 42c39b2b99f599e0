import type { Role } from '#shared/model/role';
import type { VirtualMachine } from '#shared/model/virtual-machine';
import { foldName } from '#shared/model/cluster-view';
import type { MigrationOperation, StepLine } from './migration-view';

/** The phases of a quick migration, with the present one by what the machine and its role do. */
export function quickPhases(
  operation: MigrationOperation,
  role: Role | undefined,
  machine: VirtualMachine | undefined,
): readonly StepLine[] {
  const { from, to } = operation.migration;
  const titles = [`Save memory to disk on ${from}`, `Move its resources to ${to}`, `Restore memory on ${to}`];
  const present = presentPhase(operation, role, machine);
  return titles.map((title, index) => ({
    title,
    state: stateOf(index, present, operation.outcome),
    detail: index === present && operation.outcome === 'running' ? operation.progress.text : '',
  }));
}

function presentPhase(
  { migration }: MigrationOperation,
  role: Role | undefined,
  machine: VirtualMachine | undefined,
): number {
  const arrived = foldName(role?.ownerNode ?? '') === foldName(migration.to);
  if (arrived) return machine?.state === 'Saved' || machine?.state === 'Off' ? 1 : 2;
  return machine?.state === 'Saved' || machine?.state === 'Off' ? 1 : 0;
}

function stateOf(index: number, present: number, outcome: MigrationOperation['outcome']): StepLine['state'] {
  if (outcome === 'succeeded') return 'done';
  if (outcome === 'running') return index < present ? 'done' : index === present ? 'now' : 'next';
  if (index !== present) return index < present ? 'done' : 'never';
  return outcome === 'cancelled' ? 'cancelled' : 'stopped';
}

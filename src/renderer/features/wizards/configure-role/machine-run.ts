import type { ClusterError } from '#shared/model/cluster-error';
import type { Operation } from '#shared/model/operation';
import type { Role } from '#shared/model/role';
import type { ConfiguredMachine } from './report';

/** One machine on its way to be a role. */
export interface MachineRun {
  readonly name: string;
  /** As the backend answered; null before that, and when it refused. */
  readonly operation: Operation | null;
  readonly refusal: ClusterError | null;
  /** The wizard was cancelled before its turn came. */
  readonly withdrawn: boolean;
}

/** Machines before anything was asked. */
export function freshRuns(names: readonly string[]): readonly MachineRun[] {
  return names.map((name) => ({ name, operation: null, refusal: null, withdrawn: false }));
}

/** The runs, those that were not asked for yet left out. An answer that still comes takes that back. */
export function withdrawRest(runs: readonly MachineRun[]): readonly MachineRun[] {
  return runs.map((run) => (run.operation === null && run.refusal === null ? { ...run, withdrawn: true } : run));
}

/** The runs with what was answered for one machine. */
export function answered(
  runs: readonly MachineRun[],
  name: string,
  answer: Partial<Pick<MachineRun, 'operation' | 'refusal' | 'withdrawn'>>,
): readonly MachineRun[] {
  return runs.map((run) => (run.name === name ? { ...run, ...answer } : run));
}

/** How a run stands, in words. `role` is the new role, as soon as it is there. */
export function configuredMachine(
  { name, operation, refusal, withdrawn }: MachineRun,
  role: Role | undefined,
): ConfiguredMachine {
  const error = refusal ?? operation?.error ?? null;
  const needsStart = role?.state === 'Offline';
  const machine = { name, advice: error?.advice ?? null, needsStart };
  if (refusal !== null) return { ...machine, outcome: 'failed', text: refusal.message };
  if (withdrawn) return { ...machine, outcome: 'cancelled', text: 'Not begun: the wizard was cancelled before.' };
  if (operation === null) return { ...machine, outcome: 'running', text: 'Waits' };
  switch (operation.outcome) {
    case 'running':
      return { ...machine, outcome: 'running', text: operation.progress.text };
    case 'succeeded':
      return { ...machine, outcome: 'succeeded', text: successText(name, role) };
    case 'failed':
    case 'cancelled':
    case 'unknown':
      return { ...machine, outcome: operation.outcome, text: error?.message ?? operation.progress.text };
  }
}

function successText(name: string, role: Role | undefined): string {
  const owner = role?.ownerNode ?? null;
  const made = `${name} is a role${owner === null ? '' : ` on ${owner}`}.`;
  return role?.state === 'Offline' ? `${made} It is Offline and needs to be started.` : made;
}

import { foldName, type ClusterView } from '#shared/model/cluster-view';
import type { Operation } from '#shared/model/operation';
import type { MigrationProgress } from './migration-watch';

const steps: { readonly [state: number]: string } = {
  1: 'Setting up on the destination',
  2: 'Copying memory',
  3: 'Handing over',
};

/** The step of a live migration that Windows' state is about; what comes after the handing over it does not tell. */
function stepOf({ state }: MigrationProgress): 1 | 2 | 3 {
  return state === 1 || state === 2 ? state : 3;
}

function progressOf({ state, percent }: MigrationProgress): Operation['progress'] {
  return { percent, text: steps[state] ?? 'Live migrating', remaining: null };
}

/** A live migration that nobody here started: the cluster by itself (a drain, balancing), or somebody elsewhere. */
function observed(role: string, progress: MigrationProgress, parent: string | null): Operation {
  return {
    id: `migration-${progress.since}-${foldName(role)}`,
    label: null,
    command: 'role.liveMigrate',
    title: `Live migrate ${role}`,
    input: { role },
    target: { kind: 'role', name: role },
    initiator: 'cluster',
    parent,
    startedAt: progress.since,
    endedAt: null,
    outcome: 'running',
    error: null,
    progress: progressOf(progress),
    cancel: { command: 'role.cancelMigration', input: { role } },
    migration: null,
  };
}

/** The drain that empties the node of a role. */
function drainOf(role: string, operations: readonly Operation[], view: ClusterView | null): string | null {
  const owner = view?.role(role)?.ownerNode ?? null;
  const drain = [...operations]
    .reverse()
    .find(
      ({ command, outcome, input, target }) =>
        command === 'node.pause' &&
        outcome === 'running' &&
        input['drain'] === true &&
        foldName(target?.name ?? '') === foldName(owner ?? ''),
    );
  return owner === null ? null : (drain?.id ?? null);
}

/**
 * Operations with how far Windows says that live migrations are, and with those migrations that no operation is about. One
 * of those is gone when it is over: where the machine is then stands in the snapshot.
 */
export function withMigrations(
  operations: readonly Operation[],
  migrations: ReadonlyMap<string, MigrationProgress>,
  view: ClusterView | null,
): readonly Operation[] {
  if (migrations.size === 0) return operations;
  const told = new Set<string>();
  const known = operations.map((operation) => {
    const { target, outcome } = operation;
    if (outcome !== 'running' || target?.kind !== 'role') return operation;
    const role = foldName(target.name);
    told.add(role);
    const progress = migrations.get(role);
    // Windows speaks of the setup already while a machine waits for its turn.
    if (progress === undefined || view?.role(role)?.statusInformation.split(', ').includes('Queued')) return operation;
    const migration = operation.migration === null ? null : { ...operation.migration, step: stepOf(progress) };
    return { ...operation, migration, progress: progressOf(progress) };
  });
  const others = [...migrations].flatMap(([role, progress]) => {
    const name = view?.role(role)?.name;
    return told.has(role) || name === undefined ? [] : [observed(name, progress, drainOf(role, operations, view))];
  });
  return [...known, ...others];
}

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

/** Operations with how far Windows says that their live migrations are. */
export function withMigrations(
  operations: readonly Operation[],
  migrations: ReadonlyMap<string, MigrationProgress>,
  view: ClusterView | null,
): readonly Operation[] {
  if (migrations.size === 0) return operations;
  return operations.map((operation) => {
    const { target, outcome } = operation;
    if (outcome !== 'running' || target?.kind !== 'role') return operation;
    const role = foldName(target.name);
    const progress = migrations.get(role);
    // Windows speaks of the setup already while a machine waits for its turn.
    if (progress === undefined || view?.role(role)?.statusInformation.split(', ').includes('Queued')) return operation;
    const step = stepOf(progress);
    const migration = operation.migration === null ? null : { ...operation.migration, step };
    return { ...operation, migration, progress: progressOf(progress), cancel: step === 3 ? null : operation.cancel };
  });
}

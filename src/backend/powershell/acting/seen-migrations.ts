import { foldName, type ClusterView } from '#shared/model/cluster-view';
import type { Operation } from '#shared/model/operation';
import type { Role } from '#shared/model/role';
import type { MigrationProgress } from '../reading/migration-watch';
import { migrationOf } from './migration-of';

/** The virtual machines that live migrate or wait for it, as far as the cluster tells, and that are not handed over yet. */
export function migratingRoles(
  view: ClusterView,
  migrations: ReadonlyMap<string, MigrationProgress>,
): readonly (Role & { readonly ownerNode: string })[] {
  return view.snapshot.roles.flatMap((role) => {
    const { ownerNode, state, groupType, statusInformation, name } = role;
    if (ownerNode === null || state !== 'Pending' || groupType !== 'VirtualMachine') return [];
    const step = migrations.get(foldName(name))?.state;
    const known = step === 1 || step === 2 || statusInformation.split(', ').includes('Queued');
    return known ? [{ ...role, ownerNode }] : [];
  });
}

/** The drain that empties a node. */
function drainOf(node: string, operations: readonly Operation[]): string | null {
  const drains = operations.filter(
    ({ command, outcome, input, target }) =>
      command === 'node.pause' &&
      outcome === 'running' &&
      input['drain'] === true &&
      foldName(target?.name ?? '') === foldName(node),
  );
  return drains.at(-1)?.id ?? null;
}

/** A live migration that nobody here started: the cluster by itself (a drain, a failback, balancing), or somebody elsewhere. */
export function seenMigration(
  id: string,
  { name, ownerNode }: Role & { readonly ownerNode: string },
  startedAt: number,
  operations: readonly Operation[],
  view: ClusterView,
): Operation {
  const input = { role: name };
  const migration = migrationOf({ command: 'role.liveMigrate', input }, view);
  return {
    id,
    label: null,
    command: 'role.liveMigrate',
    title: `Live migrate ${name}`,
    input,
    target: { kind: 'role', name },
    initiator: 'cluster',
    parent: drainOf(ownerNode, operations),
    startedAt,
    endedAt: null,
    outcome: 'running',
    error: null,
    progress: { percent: null, text: 'Live migrating', remaining: null },
    cancel: { command: 'role.cancelMigration', input },
    // Where the cluster sends it, nobody knows before it is there.
    migration: migration === null ? null : { ...migration, to: '' },
  };
}

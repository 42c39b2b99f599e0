import { commandOf, isCommandName } from '#shared/commands/catalogue';
import type { Migration, MigrationCopy } from '#shared/model/live-migration';
import type { Operation, OperationProgress } from '#shared/model/operation';
import { filesOf } from '../engine/operation-files';
import type { Simulation } from '../engine/simulation';
import { migrationProgress } from '../hyperv/migration-progress';
import type { MigrationState } from '../state/migration-state';
import type { StorageMigrationState } from '../state/storage-migration-state';
import type { OperationState } from '../state/operation-state';

const stepsOfPhases = { queued: 0, setup: 1, copy: 2, suspended: 3, handover: 4, resume: 5, done: 6 } as const;

function currentCopy(sim: Simulation, migration: MigrationState): MigrationCopy | null {
  const flow = migration.flow === null ? undefined : sim.state.flows.get(migration.flow);
  if (flow === undefined) return null;
  const copied = migration.copying - flow.remaining + (flow.rate * Math.max(0, sim.now - flow.since)) / 1000;
  return {
    pass: migration.passes.length + 1,
    bytes: Math.round(migration.copying),
    copied: Math.round(Math.min(migration.copying, Math.max(0, copied))),
    rate: Math.round(flow.rate),
  };
}

function projectMigration(sim: Simulation, migration: MigrationState): Migration {
  const live = migration.kind === 'live';
  const current = live ? currentCopy(sim, migration) : null;
  const copied = migration.passes.reduce((sum, pass) => sum + Math.round(pass.bytes), 0) + (current?.copied ?? 0);
  return {
    kind: migration.kind,
    from: sim.node(migration.from).name,
    to: sim.node(migration.to).name,
    network: migration.network === null ? null : sim.network(migration.network).name,
    step: live ? stepsOfPhases[migration.phase] : 0,
    passes: migration.passes.map(({ bytes, duration }) => ({
      bytes: Math.round(bytes),
      duration: Math.round(duration),
    })),
    maximumPasses: live ? sim.db.settings.maxMigrationPasses : null,
    current,
    memory: sim.state.machines.get(migration.machine)?.usedMemory ?? 0,
    bytes: Math.round(copied),
    predicted: migration.predicted,
    downtime: migration.downtime,
    total: migration.total,
  };
}

function storageMigrationFor(sim: Simulation, { id }: OperationState): StorageMigrationState | undefined {
  for (const migration of sim.state.storageMigrations.values()) if (migration.operation === id) return migration;
  return undefined;
}

function storageProgress(
  sim: Simulation,
  operation: OperationState,
  { flow: id, bytes }: StorageMigrationState,
): OperationProgress {
  const flow = id === null ? undefined : sim.state.flows.get(id);
  if (flow === undefined || flow.endsAt === null) return { percent: null, text: operation.text, remaining: null };
  const left = Math.max(0, flow.remaining - (flow.rate * (sim.now - flow.since)) / 1000);
  const percent = Math.min(99, Math.floor(100 * (1 - left / bytes)));
  return { percent, text: operation.text, remaining: Math.max(0, Math.round(flow.endsAt - sim.now)) };
}

function progressOf(sim: Simulation, operation: OperationState, migration: MigrationState | null): OperationProgress {
  if (operation.outcome !== 'running') {
    return { percent: operation.outcome === 'succeeded' ? 100 : null, text: operation.text, remaining: null };
  }
  if (migration !== null) return migrationProgress(sim, migration);
  const storage = storageMigrationFor(sim, operation);
  if (storage !== undefined) return storageProgress(sim, operation, storage);
  const { parts } = operation;
  const percent = parts === null || parts.all === 0 ? null : Math.round((100 * (parts.all - parts.left)) / parts.all);
  return { percent, text: operation.text, remaining: null };
}

function cancelRequest(
  sim: Simulation,
  operation: OperationState,
  migration: MigrationState | null,
): Operation['cancel'] {
  if (operation.outcome !== 'running') return null;
  const storage = storageMigrationFor(sim, operation);
  if (storage !== undefined) {
    const { role } = sim.machine(storage.machine);
    const name = role === null ? undefined : sim.db.roles.get(role)?.name;
    return name === undefined ? null : { command: 'role.cancelMigration', input: { role: name } };
  }
  if (migration?.kind !== 'live') return null;
  if (migration.suspendedAt !== null || migration.phase === 'done') return null;
  return { command: 'role.cancelMigration', input: { role: sim.db.roles.get(migration.role)?.name ?? '' } };
}

/** Once it is known which node is the best possible one, the title names it. */
function titleOf({ command, title, input, initiator }: OperationState, destination: string | null): string {
  const open = initiator === 'administrator' && input['destination'] === undefined;
  if (destination === null || !open || !isCommandName(command)) return title;
  return commandOf(command).describe({ ...input, destination });
}

/** A command under way or done, with its migration as it stands now. */
export function projectOperation(sim: Simulation, operation: OperationState): Operation {
  const migration = operation.migration === null ? null : (sim.state.migrations.get(operation.migration) ?? null);
  const files = filesOf(sim, operation.id);
  const { id, label, command, input, target, initiator, parent, startedAt, endedAt, outcome, error } = operation;
  const shown = migration === null ? null : projectMigration(sim, migration);
  return {
    ...{ id, label, command, input, target, initiator, parent, startedAt, endedAt, outcome, error },
    title: titleOf(operation, shown?.to ?? null),
    progress: progressOf(sim, operation, migration),
    cancel: cancelRequest(sim, operation, migration),
    migration: shown,
    ...(files === undefined ? {} : { files }),
  };
}

import type { OperationProgress } from '#shared/model/operation';
import type { Simulation } from '../engine/simulation';
import type { MigrationState } from '../state/migration-state';

const texts = {
  queued: 'Waits for a migration slot',
  setup: 'Connecting and creating the machine on the destination',
  copy: 'Copying memory',
  suspended: 'Copying the last memory and the state of the devices',
  handover: 'Handing over the storage',
  resume: 'Bringing the machine to life on the destination',
  done: 'Done',
} as const;

/** Where a migration stands, from the time it took of what was predicted. */
export function migrationProgress(sim: Simulation, migration: MigrationState): OperationProgress {
  const { startedAt, predicted } = migration;
  const text = migration.kind === 'live' ? texts[migration.phase] : 'Saving, moving and restoring the machine';
  if (startedAt === null || predicted === null || predicted.total === 0)
    return { percent: null, text, remaining: null };
  const elapsed = sim.now - startedAt;
  const percent = Math.min(99, Math.floor((100 * elapsed) / predicted.total));
  return { percent, text, remaining: Math.max(0, predicted.total - elapsed) };
}

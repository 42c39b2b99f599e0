import { exactBytes, formatBytes, formatRate } from '../../../lib/format/bytes';
import { formatDuration } from '../../../lib/format/time';
import type { MigrationOperation } from './migration-view';

/** One figure of a migration. */
export interface MigrationFact {
  readonly label: string;
  readonly value: string;
  readonly exact?: string;
}

/** The figures beside the steps: what is known now, nothing else. */
export function migrationFacts(operation: MigrationOperation): readonly MigrationFact[] {
  const { migration, progress, outcome } = operation;
  const running = outcome === 'running';
  const left = running ? progress.remaining : null;
  return [
    // A real cluster may not have been asked for it yet.
    ...(migration.memory > 0
      ? [{ label: 'Memory', value: formatBytes(migration.memory), exact: exactBytes(migration.memory) }]
      : []),
    ...(migration.kind === 'live' && migration.bytes > 0
      ? [{ label: 'Copied', value: formatBytes(migration.bytes), exact: exactBytes(migration.bytes) }]
      : []),
    ...(migration.current === null ? [] : [{ label: 'Rate', value: formatRate(migration.current.rate) }]),
    ...(migration.network === null ? [] : [{ label: 'Network', value: migration.network }]),
    ...(left === null ? [] : [{ label: 'Time left', value: formatDuration(left) }]),
    ...(migration.total === null ? [] : [{ label: 'Total', value: formatDuration(migration.total) }]),
  ];
}

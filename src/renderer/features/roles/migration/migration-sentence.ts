import type { Migration } from '#shared/model/live-migration';
import type { OperationProgress } from '#shared/model/operation';
import { formatBytesOf } from '../../../lib/format/bytes-of';
import { formatDuration } from '../../../lib/format/time';

/** Where a running migration stands, in the few words of a grid cell. `waits`: the cluster says that it waits for a slot. */
export function migrationSentence(migration: Migration, progress: OperationProgress, waits: boolean): string {
  if (migration.kind === 'quick') return withRemaining(progress.text, progress.remaining);
  switch (migration.step) {
    case 0:
      if (!waits) return 'Starting…';
      return `Waits for a free migration slot on ${[migration.from, migration.to].filter(Boolean).join(' and ')}`;
    case 1:
      return `Connects to ${destinationOf(migration)}`;
    case 2:
      return withRemaining(copySentence(migration, progress), progress.remaining);
    case 3:
      return 'Suspended: moves the last pages, registers and devices';
    case 4:
      return 'Suspended: hands over storage';
    case 5:
      return `Comes online on ${destinationOf(migration)}`;
    case 6:
      return 'Tells the switch where it is now';
  }
}

/** Its name; a real cluster that chooses a node itself tells it only at the end. */
function destinationOf({ to }: Migration): string {
  return to === '' ? 'the destination' : to;
}

/** A real cluster tells neither passes nor bytes, but how far it is. */
function copySentence(migration: Migration, { text, percent }: OperationProgress): string {
  if (migration.current !== null || migration.passes.length > 0) return passSentence(migration);
  return percent === null ? text : `${text} · ${percent} %`;
}

/** `Pass 3 of 10 · 186 of 286 MB`. */
function passSentence({ current, passes, maximumPasses }: Migration): string {
  const pass = current?.pass ?? passes.length;
  const most = maximumPasses === null || pass > maximumPasses ? '' : ` of ${maximumPasses}`;
  const bytes = current === null ? '' : ` · ${formatBytesOf(current.copied, current.bytes)}`;
  return `Pass ${pass}${most}${bytes}`;
}

function withRemaining(text: string, remaining: number | null): string {
  return remaining === null ? text : `${text} · ${formatDuration(remaining)} left`;
}

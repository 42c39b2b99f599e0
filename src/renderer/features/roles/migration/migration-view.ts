import { migrationSteps, type Migration } from '#shared/model/live-migration';
import type { Operation } from '#shared/model/operation';
import { formatBytes, formatRate } from '../../../lib/format/bytes';
import { formatBytesOf } from '../../../lib/format/bytes-of';
import { formatCount } from '../../../lib/format/numbers';
import { formatDuration } from '../../../lib/format/time';
import type { StatusWords } from '../../../lib/tone';

/** An operation that moves, or moved, a virtual machine. */
export interface MigrationOperation extends Operation {
  readonly migration: Migration;
}

/** Whether an operation moves a virtual machine. */
function isMigration(operation: Operation): operation is MigrationOperation {
  return operation.migration !== null;
}

/** The last migration of a role, running or over; undefined when it never moved. */
export function latestMigration(operations: readonly Operation[], role: string): MigrationOperation | undefined {
  const folded = role.toLowerCase();
  return operations
    .filter(isMigration)
    .filter(({ target }) => target?.kind === 'role' && target.name.toLowerCase() === folded)
    .reduce<MigrationOperation | undefined>(
      (latest, operation) => (latest === undefined || operation.startedAt >= latest.startedAt ? operation : latest),
      undefined,
    );
}

/** One of the six steps. */
export interface StepLine {
  readonly title: string;
  readonly state: 'done' | 'now' | 'next' | 'stopped' | 'cancelled' | 'never';
  /** What is to be said of it, a few words; empty for nothing. */
  readonly detail: string;
}

/** The six steps with the present one. `shared`: its files are on shared volumes, so there is nothing to hand over. */
export function stepLines(operation: MigrationOperation, shared: boolean): readonly StepLine[] {
  const { migration } = operation;
  return migrationSteps.map((title, index) => {
    const step = index + 1;
    const state = stateOf(step, operation);
    return { title: titleOf(title, migration), state, detail: detailOf(step, state, operation, shared) };
  });
}

function titleOf(title: string, { to }: Migration): string {
  return to === '' ? title : title.replace('the destination', to);
}

function stateOf(step: number, { outcome, migration }: MigrationOperation): StepLine['state'] {
  if (outcome === 'succeeded') return 'done';
  if (step < migration.step) return 'done';
  if (outcome === 'running') return step === migration.step ? 'now' : 'next';
  if (step !== Math.max(1, migration.step)) return 'never';
  return outcome === 'cancelled' ? 'cancelled' : 'stopped';
}

function detailOf(step: number, state: StepLine['state'], operation: MigrationOperation, shared: boolean): string {
  const { migration, progress } = operation;
  if (step === 2) return copyDetail(migration, state, progress.remaining);
  if (step === 3 && migration.downtime !== null) return `suspended for ${formatDuration(migration.downtime)}`;
  if (step === 4) return shared ? 'shared volume: nothing to hand over' : 'its disk goes offline here, online there';
  return '';
}

function copyDetail(migration: Migration, state: StepLine['state'], remaining: number | null): string {
  if (state === 'done' && migration.bytes === 0) return '';
  if (state === 'done')
    return `${formatCount(copiesWhileRunning(migration), 'pass', 'passes')} · ${formatBytes(migration.bytes)}`;
  if (state !== 'now') return '';
  const parts = [
    ...(migration.current === null ? [] : [`pass ${migration.current.pass}`, formatRate(migration.current.rate)]),
    ...(remaining === null ? [] : [`${formatDuration(remaining)} left`]),
  ];
  return parts.join(' · ');
}

/** The last copy of a migration that came that far was made while the machine was suspended; it is no pass. */
function copiesWhileRunning({ passes, downtime }: Migration): number {
  return downtime === null ? passes.length : Math.max(0, passes.length - 1);
}

/** One bar of "Memory copied by pass". */
export interface PassBar {
  readonly label: string;
  /** Copied while the machine was suspended. */
  readonly suspended: boolean;
  /** Share of the longest bar that all of it would be, 0 to 1. */
  readonly size: number;
  /** Share of this bar that is copied, 0 to 1. */
  readonly copied: number;
  readonly text: string;
  readonly exact: string;
}

/** A bar for each copy of memory, the one under way too. */
export function passBars(migration: Migration): readonly PassBar[] {
  const longest = Math.max(1, migration.memory, ...migration.passes.map(({ bytes }) => bytes));
  const running = copiesWhileRunning(migration);
  const over = migration.passes.map(({ bytes, duration }, index): PassBar => ({
    label: index < running ? `Pass ${index + 1}` : 'Rest',
    suspended: index >= running,
    size: bytes / longest,
    copied: 1,
    text: `${formatBytes(bytes)} · ${formatDuration(duration)}`,
    exact: `${bytes} bytes in ${duration} ms`,
  }));
  const { current } = migration;
  if (current === null) return over;
  const underWay: PassBar = {
    label: `Pass ${current.pass}`,
    suspended: false,
    size: current.bytes / longest,
    copied: current.bytes === 0 ? 1 : current.copied / current.bytes,
    text: formatBytesOf(current.copied, current.bytes),
    exact: `${current.copied} of ${current.bytes} bytes, ${formatRate(current.rate)}`,
  };
  return [...over, underWay];
}

/**
 * A TCP connection that is silent for so long is given up by its clients (milliseconds; the simulator's `tcpTimeout`, the
 * figure that Windows' own event 20417 is about).
 */
const clientsWaitFor = 20_000;

/** The block at the right: one figure and what it means. */
export interface DowntimeBlock {
  readonly heading: 'Predicted downtime' | 'Measured downtime' | 'Downtime';
  readonly figure: string;
  readonly exact: string | undefined;
  readonly meaning: string;
  readonly tone: StatusWords['tone'] | undefined;
}

/** Predicted while it runs, measured after; undefined where neither is known. */
export function downtimeBlock({ migration, outcome }: MigrationOperation): DowntimeBlock | undefined {
  const clients = (downtime: number): Pick<DowntimeBlock, 'meaning' | 'tone'> =>
    migration.kind === 'quick' || downtime > clientsWaitFor
      ? { meaning: 'clients lose their connections', tone: 'warn' }
      : { meaning: 'clients keep their connections', tone: undefined };
  const block = (heading: DowntimeBlock['heading'], downtime: number): DowntimeBlock => ({
    heading,
    figure: formatDuration(downtime),
    exact: `${Math.round(downtime)} ms`,
    ...clients(downtime),
  });
  if (migration.downtime !== null) return block('Measured downtime', migration.downtime);
  if (outcome === 'running' && migration.predicted !== null)
    return block('Predicted downtime', migration.predicted.downtime);
  if (outcome === 'failed' || outcome === 'cancelled') return noDowntime(migration);
  return undefined;
}

function noDowntime({ kind, from }: Migration): DowntimeBlock | undefined {
  if (kind === 'quick') return undefined;
  return {
    heading: 'Downtime',
    figure: 'None',
    exact: undefined,
    meaning: `the machine ran on ${from} all the time`,
    tone: undefined,
  };
}

/** How it goes or how it ended, in a sentence. */
export function migrationOutcome({ migration, outcome, error, endedAt, startedAt }: MigrationOperation): StatusWords {
  const way = migration.to === '' ? `from ${migration.from}` : `from ${migration.from} to ${migration.to}`;
  const name = migration.kind === 'live' ? 'Live migration' : 'Quick migration';
  const length = migration.total ?? (endedAt === null ? null : endedAt - startedAt);
  const took = length === null ? '' : ` in ${formatDuration(length)}`;
  switch (outcome) {
    case 'running':
      return { tone: 'progress', text: `${name} ${way}` };
    case 'succeeded':
      return { tone: 'ok', text: `${name} ${way} completed${took}` };
    case 'cancelled':
      return { tone: 'cancelled', text: `${name} ${way} cancelled: the machine stays on ${migration.from}` };
    case 'failed':
      return { tone: 'error', text: `${name} ${way} failed: ${error?.message ?? 'the reason is not known'}` };
    case 'unknown':
      return { tone: 'unknown', text: `${name} ${way}: how it ended is not known, the next read settles it` };
  }
}

import type { ReportedOperation, RunReport } from '#simulator/run/run-report';
import { printable } from './printable';

/** `0:05:14.000` */
function timeInWords(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const padded = (value: number, width = 2): string => String(value).padStart(width, '0');
  const clock = [Math.floor(seconds / 3600), padded(Math.floor(seconds / 60) % 60), padded(seconds % 60)].join(':');
  return `${clock}.${padded(milliseconds % 1000, 3)}`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return ['  none'];
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const lineOf = (row: readonly string[]): string =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
  return [lineOf(heads), ...rows.map(lineOf)];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return ['', title, ...lines];
}

function migrationInWords({ migration }: ReportedOperation): string {
  if (migration === null) return '';
  const { kind, from, to, passes, downtime, total } = migration;
  const copies = kind === 'live' ? `, ${passes.length} copies` : '';
  const times = downtime === null || total === null ? '' : `, ${total} ms in all, ${downtime} ms down`;
  return `${kind} ${from} -> ${to}${copies}${times}`;
}

function operationRow(operation: ReportedOperation): readonly string[] {
  const { startedAt, endedAt, label, command, outcome, error } = operation;
  const target = Object.values(operation.input).filter((value) => typeof value === 'string');
  const detail = error === null ? migrationInWords(operation) : `${error.code ?? error.kind}: ${error.message}`;
  return [
    timeInWords(startedAt),
    endedAt === null ? '' : timeInWords(endedAt),
    outcome,
    [command, ...target].join(' '),
    label ?? '',
    detail,
  ];
}

/** A run for people: what was done, what was logged, how it ended. */
export function reportInWords(report: RunReport): string {
  const { snapshot, expectations } = report;
  const unmet = expectations.filter(({ met }) => !met).length;
  const summary = unmet === 0 ? `all ${expectations.length} met` : `${unmet} of ${expectations.length} NOT met`;
  const lines = [
    report.title,
    `${snapshot.cluster.name} ${snapshot.cluster.state}, Windows Server ${snapshot.cluster.release}, seed ${report.seed}, ended at ${timeInWords(report.endedAt)}`,
    ...section(
      'Operations',
      table(['STARTED', 'ENDED', 'OUTCOME', 'COMMAND', 'LABEL', 'DETAILS'], report.operations.map(operationRow)),
    ),
    ...section(
      'Events',
      table(
        ['TIME', 'ID', 'LEVEL', 'NODE', 'MESSAGE'],
        report.events.map(({ time, id, level, node, message }) => [
          timeInWords(time),
          String(id),
          level,
          node,
          message,
        ]),
      ),
    ),
    ...section(
      'Nodes',
      table(
        ['NAME', 'STATE', 'INFORMATION', 'VOTE'],
        snapshot.nodes.map(({ name, state, statusInformation, dynamicWeight }) => [
          name,
          state,
          statusInformation,
          String(dynamicWeight),
        ]),
      ),
    ),
    ...section(
      'Services and applications',
      table(
        ['NAME', 'STATE', 'OWNER', 'INFORMATION'],
        snapshot.roles.map(({ name, state, ownerNode, statusInformation }) => [
          name,
          state,
          ownerNode ?? '',
          statusInformation,
        ]),
      ),
    ),
    '',
    `Expectations: ${summary}`,
    `Digest: ${report.digest}`,
  ];
  return lines.map(printable).join('\n');
}

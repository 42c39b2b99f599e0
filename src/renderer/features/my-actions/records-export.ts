import type { AuditRecord } from '#shared/contract/audit';
import { csvOf } from '../../lib/format/csv';
import { explanationOf, outcomeStatus, titleOf } from './record-words';

const heads = [
  'Time',
  'Ended',
  'Result',
  'What',
  'Object',
  'Cluster',
  'Connection',
  'Training',
  'User',
  'Computer',
  'Account',
  'Command',
  'Parameters',
  'PowerShell',
  'Error number',
  'Error',
] as const;

/** Records as a table for a spreadsheet. */
export function recordsAsCsv(records: readonly AuditRecord[]): string {
  const rows = records.map((record) => [
    record.time,
    record.endedAt ?? '',
    outcomeStatus(record.outcome).text,
    titleOf(record),
    record.target?.name ?? '',
    record.cluster ?? '',
    record.name ?? record.connection,
    record.training ? 'yes' : 'no',
    record.user,
    record.computer,
    record.account ?? '',
    record.command,
    JSON.stringify(record.input),
    record.powershell ?? '',
    String(record.error?.code ?? ''),
    explanationOf(record),
  ]);
  return csvOf([heads, ...rows]);
}

/** Records as they are in the log. */
export function recordsAsJson(records: readonly AuditRecord[]): string {
  return `${JSON.stringify(records, null, 2)}\n`;
}

import type { AuditRecord } from '#shared/contract/audit';
import type { GridRow } from '../../ui/grid/grid-types';
import { titleOf } from './record-words';

/** One line of the list of actions. */
export interface RecordRow extends GridRow {
  readonly record: AuditRecord;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** A record as a line of the grid. */
export function recordRow(record: AuditRecord): RecordRow {
  return { id: record.id, name: titleOf(record), record, time: Date.parse(record.time) };
}

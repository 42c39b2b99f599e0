import type { AuditRecord } from '#shared/contract/audit';
import type { GridRow } from '../../ui/grid/grid-types';
import { clusterWords, titleOf, type NowCalled } from './record-words';

/** One line of the list of actions. */
export interface RecordRow extends GridRow {
  readonly record: AuditRecord;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** In words. */
  readonly cluster: string;
}

/** A record as a line of the grid. */
export function recordRow(record: AuditRecord, now: NowCalled): RecordRow {
  return {
    id: record.id,
    name: titleOf(record),
    record,
    time: Date.parse(record.time),
    cluster: clusterWords(record, now),
  };
}

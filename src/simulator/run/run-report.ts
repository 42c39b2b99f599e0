import type { ClusterError } from '#shared/model/cluster-error';
import type { ClusterEvent } from '#shared/model/cluster-event';
import type { Migration } from '#shared/model/live-migration';
import type { Operation } from '#shared/model/operation';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import type { Judgement } from './judge';

/** An event as a run reports it. */
export type ReportedEvent = Pick<ClusterEvent, 'time' | 'id' | 'level' | 'node' | 'subject' | 'message'>;

/** A migration as a run reports it. Bytes and milliseconds; downtime and total are null until it is over. */
export type ReportedMigration = Pick<Migration, 'kind' | 'from' | 'to' | 'passes' | 'bytes' | 'downtime' | 'total'>;

/** A command and what became of it. */
export interface ReportedOperation extends Pick<
  Operation,
  'label' | 'command' | 'input' | 'startedAt' | 'endedAt' | 'outcome'
> {
  readonly error: Pick<ClusterError, 'kind' | 'code' | 'message'> | null;
  readonly migration: ReportedMigration | null;
}

/** How one expectation was met. `index` counts the expectations of the file from 0. */
export interface ReportedExpectation extends Judgement {
  readonly index: number;
}

/** What the runner prints: `regroup/run/1`. Times are milliseconds since the start of the scenario. */
export interface RunReport {
  readonly schema: 'regroup/run/1';
  readonly title: string;
  readonly seed: number;
  readonly endedAt: number;
  /** SHA-256 of the events and the final snapshot as canonical JSON. */
  readonly digest: string;
  readonly events: readonly ReportedEvent[];
  readonly operations: readonly ReportedOperation[];
  readonly expectations: readonly ReportedExpectation[];
  readonly snapshot: ClusterSnapshot;
}

/** An event without what only a live window needs. */
export function reportedEvent({ time, id, level, node, subject, message }: ClusterEvent): ReportedEvent {
  return { time, id, level, node, subject, message };
}

/** An operation without what only a live window needs. */
export function reportedOperation(operation: Operation): ReportedOperation {
  const { label, command, input, startedAt, endedAt, outcome, error, migration } = operation;
  return {
    label,
    command,
    input,
    startedAt,
    endedAt,
    outcome,
    error: error === null ? null : { kind: error.kind, code: error.code, message: error.message },
    migration: migration === null ? null : reportedMigration(migration),
  };
}

function reportedMigration({ kind, from, to, passes, bytes, downtime, total }: Migration): ReportedMigration {
  return { kind, from, to, passes, bytes, downtime, total };
}

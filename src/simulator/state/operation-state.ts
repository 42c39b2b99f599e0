import type { ClusterError } from '#shared/model/cluster-error';
import type { ObjectReference } from '#shared/model/object-reference';
import type { JsonValue, OperationOutcome } from '#shared/model/operation';

/** One command under way or done. */
export interface OperationState {
  readonly id: string;
  readonly label: string | null;
  readonly command: string;
  readonly title: string;
  readonly input: { readonly [key: string]: JsonValue };
  readonly target: ObjectReference | null;
  readonly initiator: 'administrator' | 'cluster';
  readonly parent: string | null;
  readonly startedAt: number;
  endedAt: number | null;
  outcome: OperationOutcome;
  error: ClusterError | null;
  /** What happens now, or how it ended. */
  text: string;
  /** Of the migration that it is; null for any other. */
  migration: string | null;
  /** What it waits for: how many of how many parts are left; null where it has no parts. */
  parts: { left: number; all: number } | null;
}

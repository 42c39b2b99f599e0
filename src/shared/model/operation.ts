import type { ClusterError } from './cluster-error';
import type { Migration } from './live-migration';
import type { ObjectReference } from './object-reference';

/** A value that survives JSON. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** How an operation stands. `unknown`: its agent died (real clusters); the next read settles it. */
export type OperationOutcome = 'running' | 'succeeded' | 'failed' | 'cancelled' | 'unknown';

/** Where long work stands. */
export interface OperationProgress {
  /** 0 to 100; null where it cannot be said. */
  readonly percent: number | null;
  /** What happens now, or how it ended, a few words. */
  readonly text: string;
  /** Milliseconds left; null where it cannot be said. */
  readonly remaining: number | null;
}

/** What has to be executed to cancel an operation. */
export interface CancelRequest {
  readonly command: string;
  readonly input: { readonly [key: string]: JsonValue };
}

/**
 * A file that an operation brought back: a log, a report. It stands on this computer; its content is asked for by the
 * operation's id and its name.
 */
export interface OperationFile {
  /** Unique in its operation, without a folder, safe on every platform. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** One command under way or done, whoever started it. Times are cluster time, see `ClusterSnapshot.time`. */
export interface Operation {
  readonly id: string;
  /** A short name for it: `as` in a scenario's timeline; null otherwise. */
  readonly label: string | null;
  /** Name in the command catalogue. */
  readonly command: string;
  /** What it does, in words with the names of its objects: `Live migrate SQL-01 to Demo2`. */
  readonly title: string;
  readonly input: { readonly [key: string]: JsonValue };
  /** The object it acts on; null when it is about none that exists. */
  readonly target: ObjectReference | null;
  /** Who started it: an administrator by a command, or the cluster by itself (a drain's moves, a failover). */
  readonly initiator: 'administrator' | 'cluster';
  /** The operation that this one is a part of (a drain); null otherwise. */
  readonly parent: string | null;
  readonly startedAt: number;
  /** Null while it runs. */
  readonly endedAt: number | null;
  readonly outcome: OperationOutcome;
  readonly error: ClusterError | null;
  readonly progress: OperationProgress;
  /** How to cancel it now; null when it cannot be cancelled (any more). */
  readonly cancel: CancelRequest | null;
  /** For migrations of virtual machines, else null. */
  readonly migration: Migration | null;
  /** What it brought back; left out: nothing, or it is not kept any more. */
  readonly files?: readonly OperationFile[];
}

import type { ClusterError } from '#shared/model/cluster-error';
import type { ObjectReference } from '#shared/model/object-reference';
import type { JsonValue, OperationOutcome } from '#shared/model/operation';

/** Who did something, and from where. */
export interface AuditActor {
  /** Name of the account that Regroup runs under. */
  readonly user: string;
  /** Name of the computer that Regroup runs on. */
  readonly computer: string;
  /** Id of the process there that gives the command and tells how it ends; left out in lines of earlier releases. */
  readonly process?: number;
}

/** Where it was done. */
export interface AuditPlace {
  /** Id of the connection. */
  readonly connection: string;
  /** What the connection is called; null: nothing but its cluster. */
  readonly name: string | null;
  /** Account on the cluster's side; left out where it is the one that Regroup runs under. */
  readonly account?: string;
  /** Nothing real was touched. */
  readonly training: boolean;
}

/** What a command is called, worded when it was given: the catalogue and the cluster may be others later. */
export interface AuditedWords {
  /** `Live migrate SQL-01 to Demo2`; null when the command or its input is wrong. */
  readonly title: string | null;
  /** The object it is about; null when it is about none that exists. */
  readonly target: ObjectReference | null;
  /** The PowerShell of the command; null when the command or its input is wrong. */
  readonly powershell: string | null;
}

/** Written before a command is carried out, so that it stands there whatever happens then. */
export interface AuditedCommand extends AuditActor, AuditPlace, AuditedWords {
  readonly entry: 'command';
  /** The same in the entry of its outcome. */
  readonly id: string;
  /** Real time, ISO 8601 in UTC. */
  readonly time: string;
  /** Name of the cluster; null when nothing was read of it yet. */
  readonly cluster: string | null;
  readonly command: string;
  readonly input: { readonly [key: string]: JsonValue };
}

/**
 * Written when a command was refused or has ended. `unknown`: Regroup, the connection or the cluster's agent ended before
 * it did; a second one follows when a later reading of the cluster settles it.
 */
export interface AuditedOutcome {
  readonly entry: 'outcome';
  readonly id: string;
  readonly time: string;
  readonly outcome: Exclude<OperationOutcome, 'running'> | 'refused';
  /** Id of the operation; null when none was started. */
  readonly operation: string | null;
  readonly error: ClusterError | null;
  /** What it was called at its end, where that is not as it was called when it was given: the node that was chosen is known now. */
  readonly title?: string;
}

/** One line of the audit log. */
export type AuditEntry = AuditedCommand | AuditedOutcome;

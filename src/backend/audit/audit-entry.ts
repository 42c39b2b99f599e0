import type { ClusterError } from '#shared/model/cluster-error';
import type { JsonValue, OperationOutcome } from '#shared/model/operation';

/** Who did something, and from where. */
export interface AuditActor {
  /** Name of the account that Regroup runs under. */
  readonly user: string;
  /** Name of the computer that Regroup runs on. */
  readonly computer: string;
}

/** Where it was done. */
export interface AuditPlace {
  /** Id of the connection. */
  readonly connection: string;
  /** Nothing real was touched. */
  readonly training: boolean;
}

/** Written before a command is carried out, so that it stands there whatever happens then. */
export interface AuditedCommand extends AuditActor, AuditPlace {
  readonly entry: 'command';
  /** The same in the entry of its outcome. */
  readonly id: string;
  /** Real time, ISO 8601 in UTC. */
  readonly time: string;
  readonly command: string;
  readonly input: { readonly [key: string]: JsonValue };
  /** The PowerShell of the command; null when the command or its input is wrong. */
  readonly powershell: string | null;
}

/** Written when a command was refused or has ended. `unknown`: Regroup or the cluster's agent ended before it did. */
export interface AuditedOutcome {
  readonly entry: 'outcome';
  readonly id: string;
  readonly time: string;
  readonly outcome: Exclude<OperationOutcome, 'running'> | 'refused';
  /** Id of the operation; null when none was started. */
  readonly operation: string | null;
  readonly error: ClusterError | null;
}

/** One line of the audit log. */
export type AuditEntry = AuditedCommand | AuditedOutcome;

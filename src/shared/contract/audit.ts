import { z } from 'zod';
import type { ClusterError } from '../model/cluster-error';
import type { ObjectReference } from '../model/object-reference';
import type { JsonValue } from '../model/operation';

/**
 * How a command of the audit log stands. `elsewhere`: another program of this computer that writes to the same log, as the
 * command line does, carries it out. `unknown`: it was started, and nobody knows how it ended.
 */
export const auditOutcomes = [
  'running',
  'elsewhere',
  'succeeded',
  'failed',
  'refused',
  'cancelled',
  'unknown',
] as const;

/** How a command of the audit log stands. */
export type AuditOutcome = (typeof auditOutcomes)[number];

/** Records of the audit log in one answer at most. */
export const largestAuditPage = 1000;

/** Which records of the audit log are asked for; what is left out does not matter. */
export const auditSearchSchema = z.strictObject({
  /** Words that must all be somewhere in a record. */
  text: z.string().max(1000).optional(),
  /** Id of a connection. */
  connection: z.string().min(1).max(100).optional(),
  /** Any of these. */
  outcomes: z.array(z.enum(auditOutcomes)).max(auditOutcomes.length).optional(),
  /** Id of a record: only older ones. */
  before: z.string().max(100).optional(),
  limit: z.int().min(1).max(largestAuditPage),
});

/** Which records of the audit log are asked for. */
export type AuditSearch = z.output<typeof auditSearchSchema>;

/** One command of the audit log with its outcome. */
export interface AuditRecord {
  readonly id: string;
  /** When it was given: real time, ISO 8601 in UTC. */
  readonly time: string;
  /** When its outcome was known, in the same form; null: not yet, or never. */
  readonly endedAt: string | null;
  /** Name in the catalogue, as it was asked for. */
  readonly command: string;
  /**
   * `Live migrate SQL-01 to Demo2`, with `(best possible)` where the cluster chose the node; null when the command or its input
   * was wrong.
   */
  readonly title: string | null;
  /** The object it is about; null when it is about none that existed. */
  readonly target: ObjectReference | null;
  readonly input: { readonly [key: string]: JsonValue };
  /** Null when the command or its input was wrong. */
  readonly powershell: string | null;
  /** Id of the connection. */
  readonly connection: string;
  /** What the connection was called; null: nothing but its cluster. */
  readonly name: string | null;
  /** Name of the cluster; null when it was not known. */
  readonly cluster: string | null;
  /** Nothing real was touched. */
  readonly training: boolean;
  /** Account that Regroup ran under. */
  readonly user: string;
  /** Computer that Regroup ran on. */
  readonly computer: string;
  /** Account on the cluster's side; null: the same. */
  readonly account: string | null;
  readonly outcome: AuditOutcome;
  readonly error: ClusterError | null;
}

/** A cluster that stands in the audit log. */
export interface AuditedCluster {
  readonly connection: string;
  /** What the connection was called last; null: nothing but its cluster. */
  readonly name: string | null;
  readonly cluster: string | null;
  readonly training: boolean;
}

/** One page of the audit log. */
export interface AuditPage {
  /** Newest first. */
  readonly records: readonly AuditRecord[];
  /** Whether older ones match too. */
  readonly more: boolean;
  /** Clusters of all records that were read for this page, also of those that do not match. */
  readonly clusters: readonly AuditedCluster[];
  /** Lines that were read for this page and could not be understood. */
  readonly brokenLines: number;
}

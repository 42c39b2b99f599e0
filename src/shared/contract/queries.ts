import { z } from 'zod';
import { eventLevels, type ClusterEvent } from '../model/cluster-event';
import type { MigrationPrediction } from '../model/live-migration';
import { objectKinds } from '../model/object-reference';

/** Inputs of what can be asked of a cluster beside its snapshot. */
export const querySchemas = {
  /** Events, newest first. `before`: only those with a smaller sequence, see `EventPage.next`. */
  events: z.strictObject({
    levels: z.array(z.enum(eventLevels)).optional(),
    node: z.string().optional(),
    /** Only those about one of these objects, a role and its resources for example. */
    subjects: z
      .array(z.strictObject({ kind: z.enum(objectKinds), name: z.string() }))
      .max(1000)
      .optional(),
    ids: z.array(z.int()).optional(),
    before: z.int().optional(),
    limit: z.int().min(1).max(1000).default(200),
  }),
  /** The nodes a role could move to, each with what it would cost, or why not. */
  destinations: z.strictObject({ role: z.string(), kind: z.enum(['move', 'live', 'quick']) }),
} as const;

/** Name of a query. */
export type QueryName = keyof typeof querySchemas;

/** What a query is asked with. */
export type QueryInput<Name extends QueryName> = z.input<(typeof querySchemas)[Name]>;

/** One page of events. */
export interface EventPage {
  readonly events: readonly ClusterEvent[];
  /**
   * `before` of the next page; null: nothing older matches. A real cluster has its nodes read on in their logs for it where
   * what was read is used up: a page before that may have fewer events than its limit, or none.
   */
  readonly next: number | null;
  /** Cluster time down to which was looked, where nodes read on for the next page; null where they do not. */
  readonly lookedBackTo: number | null;
  /** Why events of this page may be missing, a sentence each: nodes that did not tell theirs. */
  readonly gaps: readonly string[];
}

/** One node that a role could move to. */
export interface Destination {
  readonly node: string;
  /** Why the role cannot move there, one sentence; null: it can. */
  readonly excluded: string | null;
  /** Whether "best possible node" would choose it now. */
  readonly best: boolean;
  /** Bytes; null when unknown. */
  readonly memoryAvailable: number | null;
  /** Null where it cannot be said (a role that is not a virtual machine). */
  readonly predicted: MigrationPrediction | null;
  /** A consequence to think of first (clients would lose connections, role of the same anti-affinity class is there); null: none. */
  readonly warning: string | null;
}

/** What each query answers. */
export interface QueryOutputs {
  readonly events: EventPage;
  readonly destinations: readonly Destination[];
}

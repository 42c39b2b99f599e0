import type { z } from 'zod';
import type { ClusterError } from '../model/cluster-error';
import type { ClusterView } from '../model/cluster-view';
import type { ObjectKind, ObjectReference } from '../model/object-reference';
import type { ScriptStep } from './script-step';

/** safe: nothing is interrupted. disruptive: something stops or moves for a while. destructive: something is lost or removed. */
export type Risk = 'safe' | 'disruptive' | 'destructive';

/** Whether a command is offered for an object now, before any input exists, and why not. */
export type Availability = { readonly available: true } | { readonly available: false; readonly reason: string };

/**
 * Whether a command with its input will be accepted, and what it will do, in sentences.
 * `unchanged`: it is accepted, as Windows does, but there is nothing to do (bring online what is online).
 */
export type CommandCheck =
  | { readonly accepted: true; readonly unchanged: boolean; readonly effects: readonly string[] }
  | { readonly accepted: false; readonly error: ClusterError };

/** One administrative action, as data. `Name` and `Schema` are kept as types so that handlers and forms can be checked. */
export interface CommandDefinition<Name extends string = string, Schema extends z.ZodType = z.ZodType> {
  readonly name: Name;
  /** As Failover Cluster Manager words it; also the name of its dialog. */
  readonly title: string;
  /** The kind of object it is offered for. */
  readonly target: ObjectKind;
  readonly input: Schema;
  readonly risk: Risk;
  /** Needs more than its target before it can run: it opens a dialog. */
  readonly asks: boolean;
  /** It changes nothing in the cluster, and is possible where only looking is allowed. */
  readonly onlyReads?: true;
  /** The input that names the target and nothing else, for commands that ask nothing more and to pre-fill dialogs. */
  inputFor(target: string): { readonly [key: string]: string };
  /**
   * The object that an input is about; null when it does not exist yet. Commands about the whole cluster name it only
   * when a view is given, because their input does not.
   */
  targetOf(input: z.output<Schema>, view?: ClusterView): ObjectReference | null;
  /** What the operation is called in the task list: `Live migrate SQL-01 to Demo2`. */
  describe(input: z.output<Schema>): string;
  availability(target: string, view: ClusterView): Availability;
  check(input: z.output<Schema>, view: ClusterView): CommandCheck;
  /**
   * The PowerShell behind it. What the input cannot tell comes from the view: whether a virtual machine is clustered and
   * on which node it is, the Ids of networks, the path of a shared volume. Without a view the step names what it can.
   */
  script(input: z.output<Schema>, view?: ClusterView): readonly ScriptStep[];
}

/** Offered. */
export const available: Availability = { available: true };

/** Not offered, because of `reason` (one sentence). */
export function unavailable(reason: string): Availability {
  return { available: false, reason };
}

/** Will be accepted and do `effects`. */
export function accepted(...effects: readonly string[]): CommandCheck {
  return { accepted: true, unchanged: false, effects };
}

/** Will be accepted and change nothing, because of `reason` (one sentence). */
export function unchanged(reason: string): CommandCheck {
  return { accepted: true, unchanged: true, effects: [reason] };
}

/** Will be refused. */
export function refused(error: ClusterError): CommandCheck {
  return { accepted: false, error };
}

/** Gives a definition its exact type. */
export function defineCommand<const Name extends string, Schema extends z.ZodType>(
  definition: CommandDefinition<Name, Schema>,
): CommandDefinition<Name, Schema> {
  return definition;
}

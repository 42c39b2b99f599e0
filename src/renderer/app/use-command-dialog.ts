import { commandOf, type CommandName } from '#shared/commands/catalogue';
import type { ClusterError } from '#shared/model/cluster-error';
import type { ClusterView } from '#shared/model/cluster-view';
import { clusterErrorOf } from '../lib/bridge';
import { useCluster } from '../lib/cluster-context';
import { useSecondHop } from './second-hop';
import type { CommandInput } from '../lib/cluster-client';
import { equalFields } from '../lib/equality';
import { useExecuteCommand } from '../lib/mutations';

/** What a command with its input would do now. */
export interface Forecast {
  /** What the task will be called. */
  readonly title: string;
  /** What it does, in sentences. */
  readonly effects: readonly string[];
  /** Why it would be refused; null: it would be accepted. */
  readonly error: ClusterError | null;
}

/** What a command with its input would do now, by the catalogue's own check. */
export function forecast(command: CommandName, input: CommandInput, view: ClusterView): Forecast {
  const definition = commandOf(command);
  const parsed = definition.input.safeParse(input);
  if (!parsed.success) return { title: definition.title, effects: [], error: null };
  const check = definition.check(parsed.data, view);
  const title = definition.describe(parsed.data);
  return check.accepted ? { title, effects: check.effects, error: null } : { title, effects: [], error: check.error };
}

/** What a dialog of a command needs beside its own fields. `error` is also why starting it was refused. */
export interface CommandDialogState extends Forecast {
  /** Why it may fail over this connection, with the ways out; null: nothing speaks against it. */
  readonly warning: string | null;
  /** Starts the command; the dialog closes when it was accepted. */
  readonly submit: () => void;
  readonly busy: boolean;
  /** Why it cannot be started now; undefined: it can. A start that was refused can be tried again. */
  readonly blockedBecause: string | undefined;
}

/** The check of a command while its dialog is open, and the way to start it. */
export function useCommandDialog(command: CommandName, input: CommandInput, onClose: () => void): CommandDialogState {
  const { title, effects, error } = useCluster((view) => forecast(command, input, view), equalFields);
  const warning = useSecondHop(command, input);
  const execute = useExecuteCommand();
  return {
    title,
    effects,
    warning,
    error: execute.isError ? clusterErrorOf(execute.error) : error,
    submit: () => execute.mutate({ command, input }, { onSuccess: onClose }),
    busy: execute.isPending,
    blockedBecause: error?.message,
  };
}

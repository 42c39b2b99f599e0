import { catalogue, commandOf, isCommandName, type CommandName } from '#shared/commands/catalogue';
import { clusterError, type ClusterError } from '#shared/model/cluster-error';
import type { ClusterView } from '#shared/model/cluster-view';
import type { JsonValue } from '#shared/model/operation';
import { failure, success, type Result } from '#shared/model/result';
import { z } from 'zod';
import type { CommandRequest } from './cluster-backend';

/** A command that may be carried out: its name is known, its input has its defaults, and nothing visible speaks against it. */
export interface CheckedCommand {
  readonly command: CommandName;
  readonly input: { readonly [key: string]: JsonValue };
}

/**
 * Checks a command once more, right before it is carried out: what the window checked may be old by now. What is not
 * offered because it would change nothing (bring online what is online) is accepted, as Windows accepts it.
 */
export function checkCommand({ command, input }: CommandRequest, view: ClusterView): Result<CheckedCommand> {
  if (!isCommandName(command)) return failure(clusterError('badInput', `There is no command "${command}".`));
  const definition = commandOf(command);
  const parsed = catalogue[command].input.safeParse(input);
  if (!parsed.success) return failure(badInput(definition.title, parsed.error));
  const check = definition.check(parsed.data, view);
  return check.accepted ? success({ command, input: parsed.data }) : failure(check.error);
}

function badInput(title: string, error: z.ZodError): ClusterError {
  return clusterError('badInput', `${title}: ${z.prettifyError(error)}`);
}

import { catalogue, isCommandName, type CommandName } from '#shared/commands/catalogue';
import type { JsonValue } from '#shared/model/operation';
import { keyProblems, unknownCommand } from './command-keys';
import { inputOf } from './key-values';

/** A command of the catalogue with its input. */
export interface NamedCommand {
  readonly command: CommandName;
  readonly input: { readonly [key: string]: JsonValue };
}

/** The command that words name, checked; sentences about what is wrong when they name none. */
export function commandIn([command, ...pairs]: readonly string[]): NamedCommand | string {
  if (command === undefined) return 'A command of the catalogue is missing.';
  if (!isCommandName(command)) return unknownCommand(command);
  const read = inputOf(pairs, catalogue[command].input);
  if (!read.ok) return read.error;
  const parsed = catalogue[command].input.safeParse(read.value);
  if (parsed.success) return { command, input: parsed.data };
  return `${command}: ${keyProblems(command, parsed.error, Object.keys(read.value))}`;
}

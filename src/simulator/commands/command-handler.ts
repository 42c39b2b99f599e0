import type { CommandInput, CommandName } from '#shared/commands/catalogue';
import type { Simulation } from '../engine/simulation';
import type { OperationState } from '../state/operation-state';

/**
 * Carries a command out. The answer is how it ended, in a few words; null: it goes on, and a rule ends its operation later.
 * Throws a `Refusal` before it has changed anything.
 */
export type CommandHandler<Name extends CommandName> = (
  sim: Simulation,
  input: CommandInput<Name>,
  operation: OperationState,
) => string | null;

/** A handler for each of some commands. */
export type CommandHandlers<Names extends CommandName = CommandName> = {
  readonly [Name in Names]: CommandHandler<Name>;
};

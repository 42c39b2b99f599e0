import { useState } from 'react';
import type { CommandName } from '#shared/commands/catalogue';
import { useCluster } from '../../lib/cluster-context';
import type { CommandInput } from '../../lib/cluster-client';
import { equalLists } from '../../lib/equality';
import { forecast, useCommandDialog, type CommandDialogState } from '../use-command-dialog';

/** One of the things that a command can be told to do. */
export interface CommandChoice {
  readonly id: string;
  readonly label: string;
  readonly input: CommandInput;
  /** What the button says when it is chosen; left out: the command's title. */
  readonly action?: string;
}

/** A choice, and why it is refused now; null: it is not. */
export interface ChoiceOption {
  readonly choice: CommandChoice;
  readonly reason: string | null;
}

/** What a dialog with choices shows and does. */
export interface ChoiceState {
  readonly options: readonly ChoiceOption[];
  readonly chosen: CommandChoice;
  readonly choose: (id: string) => void;
  readonly dialog: CommandDialogState;
}

/** The logic of a dialog that asks for one of a few things. There must be at least one. */
export function useChoice(
  command: CommandName,
  choices: readonly CommandChoice[],
  initial: string | undefined,
  onClose: () => void,
): ChoiceState {
  const reasons = useCluster(
    (view) => choices.map(({ input }) => forecast(command, input, view).error?.message ?? null),
    equalLists,
  );
  const options = choices.map((choice, index): ChoiceOption => ({ choice, reason: reasons[index] ?? null }));
  const [id, choose] = useState<string | undefined>(initial);
  const possible = options.filter(({ reason }) => reason === null).map(({ choice }) => choice);
  const chosen = possible.find((choice) => choice.id === id) ?? possible[0] ?? choices[0];
  if (chosen === undefined) throw new Error(`The dialog of ${command} has nothing to choose from.`);
  const dialog = useCommandDialog(command, chosen.input, onClose);
  return { options, chosen, choose, dialog };
}

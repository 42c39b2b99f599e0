import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useCommandDialog, type CommandDialogState } from '../../../app/use-command-dialog';
import { clusterErrorOf } from '../../../lib/bridge';
import { useClusterAccess } from '../../../lib/cluster-context';
import type { CommandInput } from '../../../lib/cluster-client';
import { destinationsQuery } from '../../../lib/queries';
import { bestPossible, chosenLine, destinationLines, whyNot, type DestinationLine } from './destination-choice';

/** The ways a role can move, each with its command and the kind of its predictions. */
export const ways = {
  move: 'role.move',
  live: 'role.liveMigrate',
  quick: 'role.quickMigrate',
} as const;

/** Free memory and what a move would cost change while the dialog is open; milliseconds. */
const askAgainAfter = 2000;

/** What the dialog shows and does. */
export interface DestinationDialogState extends CommandDialogState {
  /** Undefined until they are known. */
  readonly lines: readonly DestinationLine[] | undefined;
  readonly choice: string;
  readonly choose: (choice: string) => void;
  /** The line that the choice leads to. */
  readonly chosen: DestinationLine | undefined;
  readonly input: CommandInput;
}

/** The logic of Move, Live Migrate and Quick Migrate. */
export function useDestinationDialog(
  kind: keyof typeof ways,
  role: string,
  onClose: () => void,
): DestinationDialogState {
  const { client } = useClusterAccess();
  const [choice, choose] = useState(bestPossible);
  const { data, error: cause } = useQuery({
    ...destinationsQuery(client, { role, kind }),
    refetchInterval: askAgainAfter,
  });
  const lines = useMemo(() => (data === undefined ? undefined : destinationLines(data)), [data]);
  const input: CommandInput = choice === bestPossible ? { role } : { role, destination: choice };
  const dialog = useCommandDialog(ways[kind], input, onClose);
  const blocked = lines === undefined ? undefined : whyNot(lines, choice);
  return {
    ...dialog,
    error: dialog.error ?? (cause === null ? null : clusterErrorOf(cause)),
    blockedBecause: dialog.blockedBecause ?? blocked,
    lines,
    choice,
    choose,
    chosen: lines === undefined ? undefined : chosenLine(lines, choice),
    input,
  };
}

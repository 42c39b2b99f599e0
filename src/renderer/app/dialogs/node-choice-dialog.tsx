import type { CommandName } from '#shared/commands/catalogue';
import { useCluster } from '../../lib/cluster-context';
import type { CommandInput } from '../../lib/cluster-client';
import { equalLists } from '../../lib/equality';
import { ChoiceDialog } from './choice-dialog';

export interface NodeChoiceDialogProps {
  readonly command: CommandName;
  readonly question: string;
  /** All of the input beside `destination`. */
  readonly input: CommandInput;
  readonly onClose: () => void;
}

/** The dialog of a command that asks for a destination and tells nothing of what each would cost. */
export function NodeChoiceDialog({ command, question, input, onClose }: NodeChoiceDialogProps) {
  const nodes = useCluster((view) => view.snapshot.nodes.map(({ name }) => name), equalLists);
  return (
    <ChoiceDialog
      command={command}
      question={question}
      choices={[
        { id: '', label: 'Best possible node', input },
        ...nodes.map((node) => ({ id: node, label: node, input: { ...input, destination: node } })),
      ]}
      onClose={onClose}
    />
  );
}

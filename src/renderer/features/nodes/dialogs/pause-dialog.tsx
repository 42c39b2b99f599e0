import type { CommandDialogProps } from '../../../app/feature';
import { ChoiceDialog } from '../../../app/dialogs/choice-dialog';

/** Pause: with or without moving away what runs on the node. */
export function PauseDialog({ target: node, onClose }: CommandDialogProps) {
  return (
    <ChoiceDialog
      command="node.pause"
      question={`What should happen to the roles on ${node}?`}
      choices={[
        { id: 'drain', label: 'Drain: move them to other nodes', input: { node, drain: true } },
        { id: 'keep', label: 'Do not drain: they stay where they are', input: { node, drain: false } },
      ]}
      initial="drain"
      onClose={onClose}
    />
  );
}

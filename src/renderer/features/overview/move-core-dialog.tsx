import { NodeChoiceDialog } from '../../app/dialogs/node-choice-dialog';
import type { CommandDialogProps } from '../../app/feature';

/** Which node has the core resources of the cluster. */
export function MoveCoreDialog({ onClose }: CommandDialogProps) {
  return (
    <NodeChoiceDialog
      command="cluster.moveCoreResources"
      question="Where should the core cluster resources go?"
      input={{}}
      onClose={onClose}
    />
  );
}

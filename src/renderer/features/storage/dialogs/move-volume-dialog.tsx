import { NodeChoiceDialog } from '../../../app/dialogs/node-choice-dialog';
import type { CommandDialogProps } from '../../../app/feature';

/** Which node coordinates a shared volume. */
export function MoveVolumeDialog({ target: disk, onClose }: CommandDialogProps) {
  return (
    <NodeChoiceDialog
      command="disk.moveSharedVolume"
      question={`Which node should coordinate ${disk}?`}
      input={{ disk }}
      onClose={onClose}
    />
  );
}

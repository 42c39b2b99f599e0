import type { CommandDialogProps } from '../../../app/feature';
import { ChoiceDialog } from '../../../app/dialogs/choice-dialog';
import { useCluster } from '../../../lib/cluster-context';

/** Whether a node has a vote in the quorum. */
export function VoteDialog({ target: node, onClose }: CommandDialogProps) {
  const vote = useCluster((view) => view.node(node)?.nodeWeight ?? 1);
  return (
    <ChoiceDialog
      command="node.setVote"
      question={`Should ${node} have a vote in the quorum?`}
      choices={[
        { id: '1', label: 'It has a vote', input: { node, vote: 1 } },
        { id: '0', label: 'It has no vote', input: { node, vote: 0 } },
      ]}
      initial={vote === 1 ? '0' : '1'}
      onClose={onClose}
    />
  );
}

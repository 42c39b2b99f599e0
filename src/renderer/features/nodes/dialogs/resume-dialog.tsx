import type { CommandDialogProps } from '../../../app/feature';
import { ChoiceDialog } from '../../../app/dialogs/choice-dialog';
import { useCluster } from '../../../lib/cluster-context';

/** Resume: with or without bringing back what was drained from the node. */
export function ResumeDialog({ target: node, onClose }: CommandDialogProps) {
  const drained = useCluster((view) => (view.node(node)?.drainStatus ?? 'NotInitiated') !== 'NotInitiated');
  return (
    <ChoiceDialog
      command="node.resume"
      question={`What should happen to the roles that were drained from ${node}?`}
      choices={[
        { id: 'immediate', label: 'Fail back: move them back at once', input: { node, failback: 'immediate' } },
        { id: 'none', label: 'Do not fail back: they stay where they are', input: { node, failback: 'none' } },
        { id: 'policy', label: 'As the failback setting of each role says', input: { node, failback: 'policy' } },
      ]}
      initial={drained ? 'immediate' : 'none'}
      onClose={onClose}
    />
  );
}

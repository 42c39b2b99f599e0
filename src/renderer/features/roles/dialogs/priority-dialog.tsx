import { ChoiceDialog } from '../../../app/dialogs/choice-dialog';
import type { CommandDialogProps } from '../../../app/feature';
import { useCluster } from '../../../lib/cluster-context';
import { priorityInWords } from '../role-words';

const priorities = [
  { id: 'high', number: 3000 },
  { id: 'medium', number: 2000 },
  { id: 'low', number: 1000 },
  { id: 'noAutoStart', number: 0 },
] as const;

/** In which order a role starts after a failure. */
export function PriorityDialog({ target: role, onClose }: CommandDialogProps) {
  const present = useCluster((view) => view.role(role)?.priority);
  return (
    <ChoiceDialog
      command="role.setPriority"
      question={`Which priority should ${role} have?`}
      choices={priorities.map(({ id, number }) => ({
        id,
        label: priorityInWords(number),
        input: { role, priority: id },
      }))}
      initial={priorities.find(({ number }) => number === present)?.id ?? 'medium'}
      onClose={onClose}
    />
  );
}

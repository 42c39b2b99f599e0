import { ChoiceDialog } from '../../../app/dialogs/choice-dialog';
import type { CommandDialogProps } from '../../../app/feature';
import { useCluster } from '../../../lib/cluster-context';

/** Maintenance mode of a disk, on or off. */
export function MaintenanceDialog({ target: disk, onClose }: CommandDialogProps) {
  const isOn = useCluster((view) => view.disk(disk)?.maintenanceMode ?? false);
  return (
    <ChoiceDialog
      command="disk.setMaintenance"
      question={`Should ${disk} be in maintenance mode?`}
      choices={[
        { id: 'on', label: 'On: its health is not checked', input: { disk, on: true }, action: 'Turn On' },
        { id: 'off', label: 'Off: its health is checked', input: { disk, on: false }, action: 'Turn Off' },
      ]}
      initial={isOn ? 'off' : 'on'}
      onClose={onClose}
    />
  );
}

import { lazy } from 'react';
import type { CommandDialog, Feature } from '../../app/feature';
import { rolesPlace } from './roles-place';

const DestinationDialog = lazy(() =>
  import('./dialogs/destination-dialog').then((file) => ({ default: file.DestinationDialog })),
);

const PriorityDialog = lazy(() =>
  import('./dialogs/priority-dialog').then((file) => ({ default: file.PriorityDialog })),
);

function destinationDialog(command: string, kind: 'move' | 'live' | 'quick'): CommandDialog {
  return {
    command,
    render: ({ target, onClose }) => <DestinationDialog kind={kind} role={target} onClose={onClose} />,
  };
}

/** Roles: their place, their details, and how they move. */
export const rolesFeature: Feature = {
  places: [rolesPlace],
  dialogs: [
    destinationDialog('role.move', 'move'),
    destinationDialog('role.liveMigrate', 'live'),
    destinationDialog('role.quickMigrate', 'quick'),
    { command: 'role.setPriority', render: (props) => <PriorityDialog {...props} /> },
  ],
};

import { lazy, Suspense } from 'react';
import { isCommandName } from '#shared/commands/catalogue';
import { useClusters } from '../../lib/clusters-context';
import { DialogSubject } from '../../ui/dialog-subject';
import { fullName } from '../clusters/cluster-names';
import { useClusterAmongOthers } from '../clusters/standings-context';
import { useShell } from '../shell-context';

const ConfirmDialog = lazy(() => import('./confirm-dialog').then((file) => ({ default: file.ConfirmDialog })));
const AboutDialog = lazy(() => import('./about-dialog').then((file) => ({ default: file.AboutDialog })));
const DisconnectDialog = lazy(() => import('./disconnect-dialog').then((file) => ({ default: file.DisconnectDialog })));
const ShortcutsDialog = lazy(() => import('./shortcuts-dialog').then((file) => ({ default: file.ShortcutsDialog })));

/** The dialog that is open, if any. Dialogs are loaded when they are first needed. */
export function OpenDialogView() {
  const { state, dispatch, registry } = useShell();
  const { dialog } = state;
  const clusters = useClusters();
  const cluster = useClusterAmongOthers();
  const onClose = (): void => dispatch({ kind: 'closed' });
  if (dialog === null) return null;
  const content = (): React.ReactNode => {
    switch (dialog.kind) {
      case 'command':
        return registry.dialogs.get(dialog.command)?.render({ target: dialog.target.name, onClose });
      case 'confirm':
        return isCommandName(dialog.command) ? (
          <ConfirmDialog command={dialog.command} target={dialog.target} onClose={onClose} />
        ) : null;
      case 'tool':
        return registry.tools.find(({ id }) => id === dialog.tool)?.render({ onClose });
      case 'viewer':
        return registry.viewerDialog({ machine: dialog.machine, onClose });
      case 'connection': {
        const found = clusters.find(({ connection }) => connection.id === dialog.connection);
        return registry.connectionDialog({ act: dialog.act, connection: found?.connection ?? null, onClose });
      }
      case 'disconnect': {
        const access = clusters.find(({ connection }) => connection.id === dialog.connection);
        return access === undefined ? null : (
          <DisconnectDialog
            access={access}
            onClose={onClose}
            onDisconnected={() => dispatch({ kind: 'disconnected', connection: dialog.connection })}
          />
        );
      }
      case 'shortcuts':
        return <ShortcutsDialog onClose={onClose} />;
      case 'about':
        return <AboutDialog onClose={onClose} />;
    }
  };
  // A dialog of a connection names it itself.
  const namesIt = dialog.kind === 'connection' || dialog.kind === 'disconnect';
  const subject = cluster === null || namesIt ? null : `On ${fullName(cluster)}`;
  return (
    <DialogSubject value={subject}>
      <Suspense>{content()}</Suspense>
    </DialogSubject>
  );
}

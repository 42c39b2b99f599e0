import { makeStyles, tokens } from '@fluentui/react-components';
import { useClusterAccess } from '../../lib/cluster-context';
import { DialogFrame } from '../../ui/dialog-frame';
import { TerminalScreen } from './terminal-screen';
import { useViewerSlot } from './terminal-slot';
import { emptySlot } from './terminal-slots';

const useStyles = makeStyles({
  why: { margin: 0 },
  screen: {
    display: 'flex',
    height: '300px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface ViewerDialogProps {
  readonly machine: string;
  readonly onClose: () => void;
}

/** The viewer of a machine's screen asks here; closing it leaves the viewer as it is. */
export function ViewerDialog({ machine, onClose }: ViewerDialogProps) {
  const styles = useStyles();
  const { bridge, connection } = useClusterAccess();
  const slot = useViewerSlot(machine);
  const end = (): void => {
    emptySlot(slot);
    onClose();
  };
  return (
    <DialogFrame
      title={`Screen of ${machine}`}
      width={760}
      onClose={onClose}
      secondary={{ label: 'Disconnect', onClick: end }}
    >
      <p className={styles.why}>
        FreeRDP asks here whether it should trust the host, and for your password on it. Then the screen has a window of
        its own, which stays when you close this.
      </p>
      <div className={styles.screen}>
        <TerminalScreen
          program="FreeRDP"
          slot={slot}
          open={(size) => bridge.call('terminal.open', { connection: connection.id, machine, ...size })}
        />
      </div>
    </DialogFrame>
  );
}

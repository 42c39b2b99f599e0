import { makeStyles, tokens } from '@fluentui/react-components';
import { DialogFrame } from '../../ui/dialog-frame';

const useStyles = makeStyles({
  url: { margin: 0, fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  why: { margin: 0 },
});

interface LinkDialogProps {
  readonly url: string;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** Shows an address before it is opened: what a cluster prints may lead anywhere. */
export function LinkDialog({ url, onOpen, onClose }: LinkDialogProps) {
  const styles = useStyles();
  return (
    <DialogFrame
      title="Open a Link"
      onClose={onClose}
      initialFocus="cancel"
      action={{
        label: 'Open',
        onClick: () => {
          onOpen();
          onClose();
        },
      }}
    >
      <p className={styles.why}>This address stands in the output of the terminal:</p>
      <p className={styles.url}>{url}</p>
    </DialogFrame>
  );
}

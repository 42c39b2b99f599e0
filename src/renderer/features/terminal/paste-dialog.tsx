import { makeStyles, tokens } from '@fluentui/react-components';
import { formatCount } from '../../lib/format/numbers';
import { DialogFrame } from '../../ui/dialog-frame';

const useStyles = makeStyles({
  text: {
    margin: 0,
    padding: '8px 12px',
    maxHeight: '240px',
    overflow: 'auto',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '12px',
    lineHeight: '18px',
    whiteSpace: 'pre',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  why: { margin: 0 },
});

interface PasteDialogProps {
  readonly lines: readonly string[];
  readonly onPaste: () => void;
  readonly onClose: () => void;
}

/** Shows several lines before they are pasted: each but the last would run at once. */
export function PasteDialog({ lines, onPaste, onClose }: PasteDialogProps) {
  const styles = useStyles();
  return (
    <DialogFrame
      title="Paste Several Lines"
      width={640}
      onClose={onClose}
      initialFocus="cancel"
      action={{
        label: 'Paste',
        onClick: () => {
          onPaste();
          onClose();
        },
      }}
    >
      <p className={styles.why}>
        PowerShell may run each of these {formatCount(lines.length, 'line')} as it is pasted.
      </p>
      <pre className={styles.text} tabIndex={0} aria-label="What will be pasted">
        {lines.join('\n')}
      </pre>
    </DialogFrame>
  );
}

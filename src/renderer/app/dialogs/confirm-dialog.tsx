import { makeStyles, tokens } from '@fluentui/react-components';
import { commandOf, type CommandName } from '#shared/commands/catalogue';
import type { ObjectReference } from '#shared/model/object-reference';
import { DialogFrame } from '../../ui/dialog-frame';
import { EffectList } from '../../ui/effect-list';
import { ShowPowerShell } from '../show-powershell';
import { useCommandDialog } from '../use-command-dialog';

const useStyles = makeStyles({
  what: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

interface ConfirmDialogProps {
  readonly command: CommandName;
  readonly target: ObjectReference;
  readonly onClose: () => void;
}

/** Asks before a command that stops, moves or loses something, and says what it will do. */
export function ConfirmDialog({ command, target, onClose }: ConfirmDialogProps) {
  const styles = useStyles();
  const definition = commandOf(command);
  const input = definition.inputFor(target.name);
  const { title, effects, warning, error, submit, busy, blockedBecause } = useCommandDialog(command, input, onClose);
  return (
    <DialogFrame
      title={definition.title}
      onClose={onClose}
      initialFocus={definition.risk === 'destructive' ? 'cancel' : 'action'}
      busy={busy}
      warning={warning}
      error={error}
      action={{
        label: definition.title,
        onClick: submit,
        blockedBecause,
        ...(definition.risk === 'destructive' && { isRisky: true }),
      }}
    >
      <p className={styles.what}>{title}?</p>
      <EffectList effects={effects} />
      <ShowPowerShell command={command} input={input} />
    </DialogFrame>
  );
}

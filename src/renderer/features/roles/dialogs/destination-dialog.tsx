import { makeStyles } from '@fluentui/react-components';
import { commandOf } from '#shared/commands/catalogue';
import { ShowPowerShell } from '../../../app/show-powershell';
import { DialogFrame } from '../../../ui/dialog-frame';
import { EffectList } from '../../../ui/effect-list';
import { Message } from '../../../ui/message';
import { DestinationTable } from './destination-table';
import { useDestinationDialog, ways } from './use-destination-dialog';

const useStyles = makeStyles({
  question: { margin: 0 },
  waiting: { minHeight: '120px' },
});

export interface DestinationDialogProps {
  readonly kind: keyof typeof ways;
  readonly role: string;
  readonly onClose: () => void;
}

/** Move, Live Migrate and Quick Migrate: where to, what it costs, what it does. */
export function DestinationDialog({ kind, role, onClose }: DestinationDialogProps) {
  const styles = useStyles();
  const state = useDestinationDialog(kind, role, onClose);
  const { title } = commandOf(ways[kind]);
  return (
    <DialogFrame
      title={title}
      width={680}
      onClose={onClose}
      busy={state.busy}
      warning={state.warning}
      error={state.error}
      action={{ label: title, onClick: state.submit, blockedBecause: state.blockedBecause }}
    >
      <p className={styles.question}>Where should {role} go?</p>
      {state.lines === undefined ? (
        <div className={styles.waiting} />
      ) : (
        <DestinationTable lines={state.lines} choice={state.choice} onChoose={state.choose} />
      )}
      <EffectList effects={state.effects} />
      {state.chosen?.warning ? <Message tone="warn" title={state.chosen.warning} /> : null}
      <ShowPowerShell command={ways[kind]} input={state.input} />
    </DialogFrame>
  );
}

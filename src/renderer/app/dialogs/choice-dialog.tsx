import { makeStyles, mergeClasses, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { commandOf, type CommandName } from '#shared/commands/catalogue';
import { DialogFrame } from '../../ui/dialog-frame';
import { EffectList } from '../../ui/effect-list';
import { ShowPowerShell } from '../show-powershell';
import { useChoice, type CommandChoice } from './use-choice';

const useStyles = makeStyles({
  question: { margin: 0 },
  choices: { flexShrink: 0 },
  many: { maxHeight: '40vh', overflowY: 'auto' },
  radio: { fontSize: 'inherit', '& .fui-Radio__label': { color: 'inherit' } },
  reason: { color: tokens.colorNeutralForeground3, paddingLeft: '8px' },
  effects: { minHeight: '60px' },
});

/** More choices than these scroll by themselves. A few never need it: their focus ring alone would make them scroll. */
const mostInSight = 6;

export interface ChoiceDialogProps {
  readonly command: CommandName;
  readonly question: string;
  readonly choices: readonly CommandChoice[];
  /** Id of the choice to begin with; the first that is possible where it is not. */
  readonly initial?: string;
  readonly onClose: () => void;
}

/** The dialog of a command that asks for one of a few things. What the chosen one does stands below. */
export function ChoiceDialog({ command, question, choices, initial, onClose }: ChoiceDialogProps) {
  const styles = useStyles();
  const { options, chosen, choose, dialog } = useChoice(command, choices, initial, onClose);
  const { title } = commandOf(command);
  return (
    <DialogFrame
      title={title}
      onClose={onClose}
      width={540}
      busy={dialog.busy}
      warning={dialog.warning}
      error={dialog.error}
      action={{ label: chosen.action ?? title, onClick: dialog.submit, blockedBecause: dialog.blockedBecause }}
    >
      <p className={styles.question}>{question}</p>
      <RadioGroup
        className={mergeClasses(styles.choices, options.length > mostInSight && styles.many)}
        value={chosen.id}
        onChange={(_event, { value }) => choose(value)}
        aria-label={question}
      >
        {options.map(({ choice, reason }) => (
          <Radio
            key={choice.id}
            className={styles.radio}
            value={choice.id}
            disabled={reason !== null}
            label={
              <>
                {choice.label}
                {reason === null ? null : <span className={styles.reason}>{reason}</span>}
              </>
            }
          />
        ))}
      </RadioGroup>
      <div className={styles.effects}>
        <EffectList effects={dialog.effects} />
      </div>
      <ShowPowerShell command={command} input={chosen.input} />
    </DialogFrame>
  );
}

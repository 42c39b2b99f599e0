import { makeStyles, tokens } from '@fluentui/react-components';
import { commandOf, type CommandName } from '#shared/commands/catalogue';
import type { ClusterError } from '#shared/model/cluster-error';
import type { ClusterView } from '#shared/model/cluster-view';
import type { ObjectReference } from '#shared/model/object-reference';
import { clusterErrorOf } from '../../lib/bridge';
import { useCluster } from '../../lib/cluster-context';
import { equalFields } from '../../lib/equality';
import { useExecuteCommand } from '../../lib/mutations';
import { DialogFrame } from '../../ui/dialog-frame';
import { ShowPowerShell } from '../show-powershell';

const useStyles = makeStyles({
  what: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  effects: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
});

interface ConfirmDialogProps {
  readonly command: CommandName;
  readonly target: ObjectReference;
  readonly onClose: () => void;
}

interface Forecast {
  readonly title: string;
  readonly effects: readonly string[];
  readonly error: ClusterError | null;
}

/** Asks before a command that stops, moves or loses something, and says what it will do. */
export function ConfirmDialog({ command, target, onClose }: ConfirmDialogProps) {
  const styles = useStyles();
  const definition = commandOf(command);
  const input = definition.inputFor(target.name);
  const { title, effects, error } = useCluster((view) => forecast(command, target, view), equalFields);
  const execute = useExecuteCommand();
  const failure = execute.isError ? clusterErrorOf(execute.error) : error;
  return (
    <DialogFrame
      title={definition.title}
      onClose={onClose}
      busy={execute.isPending}
      error={failure}
      action={{
        label: definition.title,
        onClick: () => execute.mutate({ command, input }, { onSuccess: onClose }),
        blockedBecause: error?.message,
      }}
    >
      <p className={styles.what}>{title}?</p>
      {effects.length === 0 ? null : (
        <ul className={styles.effects}>
          {effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
      )}
      <ShowPowerShell command={command} input={input} />
    </DialogFrame>
  );
}

/** What the command would do now. */
function forecast(command: CommandName, { name }: ObjectReference, view: ClusterView): Forecast {
  const definition = commandOf(command);
  const input = definition.input.safeParse(definition.inputFor(name));
  if (!input.success) return { title: definition.title, effects: [], error: null };
  const check = definition.check(input.data, view);
  const title = definition.describe(input.data);
  return check.accepted ? { title, effects: check.effects, error: null } : { title, effects: [], error: check.error };
}

import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { commandOf } from '#shared/commands/catalogue';
import type { CommandDialogProps } from '../../../app/feature';
import { ShowPowerShell } from '../../../app/show-powershell';
import { useCommandDialog } from '../../../app/use-command-dialog';
import { DialogFrame } from '../../../ui/dialog-frame';
import { EffectList } from '../../../ui/effect-list';

const command = 'network.rename';

/** A new name for a network. */
export function RenameDialog({ target: network, onClose }: CommandDialogProps) {
  const [name, setName] = useState(network);
  const input = { network, name: name.trim() };
  const dialog = useCommandDialog(command, input, onClose);
  const { title } = commandOf(command);
  const empty = input.name === '' ? 'Type a name first.' : undefined;
  return (
    <DialogFrame
      title={title}
      onClose={onClose}
      busy={dialog.busy}
      warning={dialog.warning}
      error={dialog.error}
      action={{ label: title, onClick: dialog.submit, blockedBecause: empty ?? dialog.blockedBecause }}
    >
      <Field label="Name">
        <Input value={name} onChange={(_event, data) => setName(data.value)} maxLength={200} />
      </Field>
      <EffectList effects={dialog.effects} />
      <ShowPowerShell command={command} input={input} />
    </DialogFrame>
  );
}

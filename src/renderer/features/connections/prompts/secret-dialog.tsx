import { Checkbox, Field, Input, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ConnectionPrompt, PromptAnswer } from '#shared/contract/connections';
import { DialogFrame } from '../../../ui/dialog-frame';
import { Message } from '../../../ui/message';

const useStyles = makeStyles({
  what: { margin: 0, overflowWrap: 'anywhere' },
  check: { marginLeft: '-8px', '& .fui-Checkbox__label': { fontSize: 'inherit', lineHeight: 'inherit' } },
});

interface SecretDialogProps {
  readonly prompt: Exclude<ConnectionPrompt, { readonly kind: 'hostKeys' }>;
  /** The connection that asks. */
  readonly name: string;
  readonly onAnswer: (answer: PromptAnswer) => void;
}

/** Asks for a password or a passphrase. */
export function SecretDialog({ prompt, name, onAnswer }: SecretDialogProps) {
  const styles = useStyles();
  const [secret, setSecret] = useState('');
  const [keep, setKeep] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const isPassword = prompt.kind === 'password';
  const what = isPassword ? 'Password' : 'Passphrase';
  return (
    <DialogFrame
      title={`${what} for ${name}`}
      onClose={() => onAnswer({ kind: 'cancel' })}
      action={{
        label: 'Sign In',
        onClick: () => onAnswer({ kind: 'secret', secret, keep }),
        blockedBecause: secret === '' ? `Type the ${what.toLowerCase()} first.` : undefined,
      }}
    >
      {prompt.wrongBefore ? (
        <Message tone="error" title={`The ${what.toLowerCase()} before was refused.`}>
          {isPassword ? 'Several wrong ones can lock the account.' : 'Look for Caps Lock and the keyboard layout.'}
        </Message>
      ) : null}
      <p className={styles.what}>{sentenceOf(prompt)}</p>
      <Field label={what}>
        <Input
          ref={input}
          type="password"
          value={secret}
          autoComplete="off"
          maxLength={1000}
          onChange={(_event, { value }) => setSecret(value)}
        />
      </Field>
      {prompt.canKeep ? (
        <Checkbox
          className={styles.check}
          label="Keep it in this computer's password store"
          checked={keep}
          onChange={(_event, { checked }) => setKeep(checked === true)}
        />
      ) : null}
    </DialogFrame>
  );
}

function sentenceOf(prompt: SecretDialogProps['prompt']): string {
  if (prompt.kind === 'passphrase')
    return `The private key ${prompt.file} is locked; it is used to sign in to ${prompt.host}.`;
  const account = prompt.account === null ? 'an account' : prompt.account;
  return `${prompt.host} asks for the password of ${account}.`;
}

import { makeStyles, tokens } from '@fluentui/react-components';
import type { ConnectionPrompt, PromptAnswer } from '#shared/contract/connections';
import { useCopyText } from '../../../lib/mutations';
import { CodeBlock } from '../../../ui/code-block';
import { DialogFrame } from '../../../ui/dialog-frame';

const useStyles = makeStyles({
  text: { margin: 0, overflowWrap: 'anywhere' },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

interface HostKeyDialogProps {
  readonly prompt: Extract<ConnectionPrompt, { readonly kind: 'hostKey' }>;
  /** The connection that asks. */
  readonly name: string;
  readonly onAnswer: (answer: PromptAnswer) => void;
}

/** Asks whether a host that was never seen is the one it says it is. Cancel is what Enter does. */
export function HostKeyDialog({ prompt, name, onAnswer }: HostKeyDialogProps) {
  const styles = useStyles();
  const copy = useCopyText();
  const { host, keyType, fingerprint } = prompt;
  return (
    <DialogFrame
      title={`Is this really ${host}?`}
      onClose={() => onAnswer({ kind: 'cancel' })}
      width={600}
      initialFocus="cancel"
      action={{ label: 'Trust', isRisky: true, onClick: () => onAnswer({ kind: 'trust' }) }}
    >
      <p className={styles.text}>
        {name === host ? '' : `${name}: `}
        <span className={styles.strong}>{host}</span> was never connected to from here. It shows this {keyType} key:
      </p>
      <CodeBlock label={`Fingerprint of the ${keyType} key`} code={fingerprint} onCopy={copy.mutateAsync} />
      <p className={styles.text}>
        Trust it only if it is the same on the node itself; else somebody may be in between. On the node, this shows it:
      </p>
      <CodeBlock label="Command on the node" code={commandFor(keyType)} onCopy={copy.mutateAsync} />
      <p className={styles.text}>
        A key that is trusted is remembered. If it ever changes, Regroup refuses to connect.
      </p>
    </DialogFrame>
  );
}

/** The key type comes from the network: only plain letters and digits go into a command. */
function commandFor(keyType: string): string {
  const file = keyType.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return `ssh-keygen -lf $env:ProgramData\\ssh\\ssh_host_${file}_key.pub`;
}

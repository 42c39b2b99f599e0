import { makeStyles, tokens } from '@fluentui/react-components';
import type { PromptAnswer, ShownHostKey } from '#shared/contract/connections';
import { useCopyText } from '../../../lib/mutations';
import { CodeBlock } from '../../../ui/code-block';
import { DialogFrame } from '../../../ui/dialog-frame';
import { fingerprintCommand } from './fingerprint-command';

const useStyles = makeStyles({
  text: { margin: 0, overflowWrap: 'anywhere' },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

interface HostKeyDialogProps {
  readonly shown: ShownHostKey;
  /** The connection that asks. */
  readonly name: string;
  readonly onAnswer: (answer: PromptAnswer) => void;
}

/** Asks whether a host that was never seen is the one it says it is. Cancel is what Enter does. */
export function HostKeyDialog({ shown, name, onAnswer }: HostKeyDialogProps) {
  const styles = useStyles();
  const copy = useCopyText();
  const { host, keyType, fingerprint } = shown;
  return (
    <DialogFrame
      title={`Is this really ${host}?`}
      onClose={() => onAnswer({ kind: 'cancel' })}
      width={600}
      initialFocus="cancel"
      action={{ label: 'Trust', isRisky: true, onClick: () => onAnswer({ kind: 'trust', hosts: [host] }) }}
    >
      <p className={styles.text}>
        {name === host ? '' : `${name}: `}
        <span className={styles.strong}>{host}</span> was never connected to from here. It shows this {keyType} key:
      </p>
      <CodeBlock label={`Fingerprint of the ${keyType} key`} code={fingerprint} onCopy={copy.mutateAsync} />
      <p className={styles.text}>
        Trust it only if it is the same on the node itself; else somebody may be in between. On the node, this shows it:
      </p>
      <CodeBlock label="Command on the node" code={fingerprintCommand(keyType)} onCopy={copy.mutateAsync} />
      <p className={styles.text}>
        A key that is trusted is remembered. If it ever changes, Regroup refuses to connect.
      </p>
    </DialogFrame>
  );
}

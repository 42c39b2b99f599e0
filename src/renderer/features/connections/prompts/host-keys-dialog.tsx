import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PromptAnswer, ShownHostKey } from '#shared/contract/connections';
import { formatCount } from '../../../lib/format/numbers';
import { useCopyText } from '../../../lib/mutations';
import { CodeBlock } from '../../../ui/code-block';
import { DialogFrame } from '../../../ui/dialog-frame';
import { fingerprintCommand } from './fingerprint-command';

const useStyles = makeStyles({
  text: { margin: 0, overflowWrap: 'anywhere' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  list: {
    maxHeight: 'min(34vh, 330px)',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: { width: '100%', borderCollapse: 'separate', borderSpacing: 0 },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: '4px 12px 4px 0',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    padding: '1px 12px 1px 0',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
  },
  choice: { width: '44px', paddingLeft: '4px', paddingRight: 0 },
  host: { overflowWrap: 'anywhere' },
  fingerprint: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '12px',
    whiteSpace: 'nowrap',
    userSelect: 'text',
  },
  foot: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '12px' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface HostKeysDialogProps {
  readonly keys: readonly ShownHostKey[];
  /** The connection that asks. */
  readonly name: string;
  readonly onAnswer: (answer: PromptAnswer) => void;
}

/** Asks once about all hosts that were never seen. Nothing is chosen at the beginning, and Cancel is what Enter does. */
export function HostKeysDialog({ keys, name, onAnswer }: HostKeysDialogProps) {
  const styles = useStyles();
  const copy = useCopyText();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (host: string, isChosen: boolean): void =>
    setChosen(isChosen ? new Set([...chosen, host]) : new Set([...chosen].filter((other) => other !== host)));
  const all = chosen.size === keys.length;
  const sorted = inOrder(keys);
  const types = [...new Set(keys.map(({ keyType }) => keyType))];
  return (
    <DialogFrame
      title={`Are these really the ${formatCount(keys.length, 'node')}?`}
      onClose={() => onAnswer({ kind: 'cancel' })}
      width={760}
      initialFocus="cancel"
      action={{
        label: all ? 'Trust All' : `Trust ${formatCount(chosen.size, 'Node')}`,
        isRisky: true,
        onClick: () => onAnswer({ kind: 'trust', hosts: [...chosen] }),
        blockedBecause: chosen.size === 0 ? 'Choose those that you have compared first.' : undefined,
      }}
    >
      <p className={styles.text}>
        <span className={styles.strong}>{name}</span> has nodes that were never connected to from here. They show these
        keys. Those that are not chosen stay unread until you connect again.
      </p>
      <div className={styles.list} tabIndex={-1}>
        <table className={styles.table} aria-label="Keys of the nodes">
          <thead>
            <tr>
              <th scope="col" className={`${styles.head} ${styles.choice}`}>
                <Checkbox
                  aria-label="Choose all"
                  checked={all ? true : chosen.size > 0 ? 'mixed' : false}
                  onChange={(_event, { checked }) =>
                    setChosen(checked === true ? new Set(keys.map(({ host }) => host)) : new Set())
                  }
                />
              </th>
              <th scope="col" className={styles.head}>
                Node
              </th>
              <th scope="col" className={styles.head}>
                Key
              </th>
              <th scope="col" className={styles.head}>
                Fingerprint
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ host, keyType, fingerprint }) => (
              <tr key={host}>
                <td className={`${styles.cell} ${styles.choice}`}>
                  <Checkbox
                    aria-label={`Trust ${host}`}
                    checked={chosen.has(host)}
                    onChange={(_event, { checked }) => choose(host, checked === true)}
                  />
                </td>
                <th scope="row" className={`${styles.cell} ${styles.host}`}>
                  {host}
                </th>
                <td className={styles.cell}>{keyType}</td>
                <td className={`${styles.cell} ${styles.fingerprint}`}>{fingerprint}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.foot}>
        <span className={styles.quiet} role="status">
          {chosen.size} of {formatCount(keys.length, 'node')} chosen
        </span>
        <Button size="small" onClick={() => copy.mutate(listOf(sorted))}>
          Copy List
        </Button>
      </div>
      <p className={styles.text}>
        Trust only those that are the same on the nodes themselves; else somebody may be in between. On a node, this
        shows its fingerprint:
      </p>
      {types.map((type) => (
        <CodeBlock
          key={type}
          label={`Command on a node with a key of ${type}`}
          code={fingerprintCommand(type)}
          onCopy={copy.mutateAsync}
        />
      ))}
    </DialogFrame>
  );
}

/** As people count: hv2 before hv10. */
function inOrder(keys: readonly ShownHostKey[]): readonly ShownHostKey[] {
  return [...keys].sort((one, other) => one.host.localeCompare(other.host, 'en', { numeric: true }));
}

function listOf(keys: readonly ShownHostKey[]): string {
  return keys.map(({ host, keyType, fingerprint }) => `${host}\t${keyType}\t${fingerprint}\n`).join('');
}

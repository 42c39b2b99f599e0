import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  code: {
    margin: 0,
    padding: '8px 84px 8px 12px',
    maxHeight: '240px',
    overflow: 'auto',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '12px',
    lineHeight: '18px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  // One that is longer than its line breaks after all rather than run under the button.
  word: { display: 'inline-block', maxWidth: '100%', overflowWrap: 'anywhere' },
  copy: { position: 'absolute', top: '4px', right: '4px' },
});

export interface CodeBlockProps {
  /** What it is: `PowerShell`. */
  readonly label: string;
  readonly code: string;
  /** The accessible name of the copy button; `Copy` when left out. */
  readonly copyName?: string;
  /** Puts the code on the clipboard. */
  readonly onCopy: (code: string) => Promise<unknown>;
}

/** Code that can be read, selected and copied. */
export function CodeBlock({ label, code, copyName, onCopy }: CodeBlockProps) {
  const styles = useStyles();
  const [copied, setCopied] = useState<string | null>(null);
  const isCopied = copied === code;
  return (
    <div className={styles.root} role="group" aria-label={label}>
      <pre className={styles.code} tabIndex={0}>
        <code>
          {/* Lines break between words only, never after the hyphen of a parameter. */}
          {code.split(/(\s)/).map((part, index) => (
            <span key={index} className={part.trim() === '' ? undefined : styles.word}>
              {part}
            </span>
          ))}
        </code>
      </pre>
      <Button
        className={styles.copy}
        size="small"
        appearance="subtle"
        aria-label={isCopied ? undefined : copyName}
        icon={isCopied ? <Checkmark16Regular /> : <Copy16Regular />}
        onClick={() => void onCopy(code).then(() => setCopied(code))}
      >
        {isCopied ? 'Copied' : 'Copy'}
      </Button>
    </div>
  );
}

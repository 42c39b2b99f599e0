import { Button, Input, makeStyles } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp16Regular } from '@fluentui/react-icons/svg/chevron-up';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: '2px', flexShrink: 0, padding: '4px 12px' },
  input: { width: '240px' },
});

interface FindBoxProps {
  readonly onFind: (text: string, direction: 'next' | 'previous') => void;
  readonly onClose: () => void;
}

/** Finds a text in what the shell wrote: Enter the next above or below, Esc closes. */
export function FindBox({ onFind, onClose }: FindBoxProps) {
  const styles = useStyles();
  const [text, setText] = useState('');
  return (
    <div className={styles.root} role="search">
      <Input
        className={styles.input}
        size="small"
        type="search"
        aria-label="Find in the terminal"
        placeholder="Find"
        autoFocus
        value={text}
        onChange={(_event, { value }) => setText(value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onFind(text, event.shiftKey ? 'next' : 'previous');
          else if (event.key === 'Escape') onClose();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronUp16Regular />}
        aria-label="Find previous"
        onClick={() => onFind(text, 'previous')}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronDown16Regular />}
        aria-label="Find next"
        onClick={() => onFind(text, 'next')}
      />
      <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label="Close find" onClick={onClose} />
    </div>
  );
}

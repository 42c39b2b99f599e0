import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactNode } from 'react';
import { ToneIcon } from './status';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    padding: '7px 12px',
    borderBottom: '1px solid transparent',
    borderTop: '1px solid transparent',
  },
  error: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    borderTopColor: tokens.colorStatusDangerBorder1,
    borderBottomColor: tokens.colorStatusDangerBorder1,
  },
  warn: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderTopColor: tokens.colorStatusWarningBorder1,
    borderBottomColor: tokens.colorStatusWarningBorder1,
  },
  ok: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    borderTopColor: tokens.colorStatusSuccessBorder1,
    borderBottomColor: tokens.colorStatusSuccessBorder1,
  },
  text: { flexGrow: 1, minWidth: 0, lineHeight: '18px' },
  title: { fontWeight: tokens.fontWeightSemibold },
  icon: { paddingTop: '1px', flexShrink: 0 },
});

export interface MessageProps {
  readonly tone: 'error' | 'warn' | 'ok';
  readonly title: string;
  /** What happened and what to do about it. */
  readonly children?: ReactNode;
  readonly onDismiss?: () => void;
}

/** A message in place. Errors are announced at once. */
export function Message({ tone, title, children, onDismiss }: MessageProps) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.root, styles[tone])} role={tone === 'error' ? 'alert' : 'status'}>
      <span className={styles.icon}>
        <ToneIcon tone={tone} />
      </span>
      <div className={styles.text}>
        <span className={styles.title}>{title}</span> {children}
      </div>
      {onDismiss === undefined ? null : (
        <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label="Dismiss" onClick={onDismiss} />
      )}
    </div>
  );
}

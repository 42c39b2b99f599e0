import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { ArrowSync16Regular } from '@fluentui/react-icons/svg/arrow-sync';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Clock16Regular } from '@fluentui/react-icons/svg/clock';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { Info16Regular } from '@fluentui/react-icons/svg/info';
import { PlugDisconnected16Regular } from '@fluentui/react-icons/svg/plug-disconnected';
import { Prohibited16Regular } from '@fluentui/react-icons/svg/prohibited';
import { QuestionCircle16Regular } from '@fluentui/react-icons/svg/question-circle';
import { Square16Regular } from '@fluentui/react-icons/svg/square';
import { SubtractCircle16Regular } from '@fluentui/react-icons/svg/subtract-circle';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import type { StatusWords, Tone } from '../lib/tone';
import { useToneStyles } from './tone-styles';

const icons = {
  ok: CheckmarkCircle16Filled,
  warn: Warning16Filled,
  error: ErrorCircle16Filled,
  progress: ArrowSync16Regular,
  waiting: Clock16Regular,
  absent: SubtractCircle16Regular,
  disconnected: PlugDisconnected16Regular,
  cancelled: Prohibited16Regular,
  off: Square16Regular,
  info: Info16Regular,
  unknown: QuestionCircle16Regular,
} as const satisfies Record<Tone, unknown>;

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    minWidth: 0,
    maxWidth: '100%',
    verticalAlign: 'top',
  },
  icon: { flexShrink: 0, display: 'block' },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** The icon of a tone. Decoration: the word stands beside it. */
export function ToneIcon({ tone }: { readonly tone: Tone }) {
  const Icon = icons[tone];
  return <Icon className={mergeClasses(useStyles().icon, useToneStyles()[tone])} aria-hidden />;
}

/** A state: icon plus word, never colour alone. */
export function Status({ tone, text }: StatusWords) {
  const styles = useStyles();
  return (
    <span className={styles.root}>
      <ToneIcon tone={tone} />
      <span className={styles.text}>{text}</span>
    </span>
  );
}

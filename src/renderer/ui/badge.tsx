import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Tone } from '../lib/tone';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    minWidth: '18px',
    height: '18px',
    padding: '0 5px',
    boxSizing: 'border-box',
    borderRadius: '9px',
    fontSize: '11px',
    lineHeight: '18px',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'center',
    fontVariantNumeric: 'tabular-nums',
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  error: { backgroundColor: tokens.colorPaletteRedBackground3, color: tokens.colorNeutralForegroundOnBrand },
  warn: { backgroundColor: tokens.colorPaletteYellowBackground3, color: tokens.colorNeutralForeground1Static },
});

export interface BadgeProps {
  readonly tone: Extract<Tone, 'error' | 'warn'>;
  readonly text: string;
  readonly title: string;
}

/** A count. It is hidden from screen readers: whoever shows it says in words what it counts. */
export function Badge({ tone, text, title }: BadgeProps) {
  const styles = useStyles();
  return (
    <span aria-hidden className={mergeClasses(styles.root, styles[tone])} title={title}>
      {text}
    </span>
  );
}

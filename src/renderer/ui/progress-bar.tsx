import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Tone } from '../lib/tone';

const useStyles = makeStyles({
  track: {
    position: 'relative',
    overflow: 'hidden',
    height: '3px',
    width: '100%',
    borderRadius: '2px',
    backgroundColor: tokens.colorNeutralStroke2,
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  bar: {
    position: 'absolute',
    inset: 0,
    borderRadius: '2px',
    transformOrigin: 'left',
    transitionProperty: 'transform',
    transitionDuration: '150ms',
    transitionTimingFunction: 'linear',
    '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0ms' },
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  unmeasured: {
    transform: 'translateX(-60%)',
    animationName: { from: { transform: 'translateX(-100%)' }, to: { transform: 'translateX(100%)' } },
    animationDuration: '1.6s',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { animationDuration: '8s' },
  },
  ok: { backgroundColor: tokens.colorPaletteGreenBackground3 },
  warn: { backgroundColor: tokens.colorPaletteDarkOrangeBackground3 },
  error: { backgroundColor: tokens.colorPaletteRedBackground3 },
  progress: { backgroundColor: tokens.colorCompoundBrandBackground },
  waiting: { backgroundColor: tokens.colorNeutralForeground4 },
  absent: { backgroundColor: tokens.colorNeutralForeground4 },
  disconnected: { backgroundColor: tokens.colorNeutralForeground4 },
  cancelled: { backgroundColor: tokens.colorNeutralForeground4 },
  off: { backgroundColor: tokens.colorNeutralForeground4 },
  info: { backgroundColor: tokens.colorNeutralForeground4 },
  unknown: { backgroundColor: tokens.colorNeutralForeground4 },
});

export interface ProgressBarProps {
  /** Accessible name: what makes progress. */
  readonly label: string;
  /** 0 to 100; null: something happens, how far it is cannot be said. */
  readonly percent: number | null;
  readonly tone?: Tone;
}

/** A thin bar. The figure stands beside it, where there is one. */
export function ProgressBar({ label, percent, tone = 'progress' }: ProgressBarProps) {
  const styles = useStyles();
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      {...(percent === null ? {} : { 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': Math.round(percent) })}
    >
      <div
        className={mergeClasses(styles.bar, styles[tone], percent === null && styles.unmeasured)}
        style={percent === null ? undefined : { transform: `scaleX(${Math.min(100, Math.max(0, percent)) / 100})` }}
      />
    </div>
  );
}

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PassBar } from './migration-view';

const useStyles = makeStyles({
  heading: {
    margin: '0 0 6px',
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
    fontSize: 'inherit',
  },
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(60px, 200px) max-content',
    columnGap: '10px',
    rowGap: '3px',
    alignItems: 'center',
    margin: 0,
    padding: 0,
  },
  line: { display: 'contents', listStyleType: 'none' },
  track: { height: '8px', minWidth: '2px', position: 'relative', backgroundColor: tokens.colorNeutralBackground6 },
  filled: {
    position: 'absolute',
    inset: 0,
    transformOrigin: 'left',
    backgroundColor: tokens.colorBrandBackground,
    transitionProperty: 'transform',
    transitionDuration: '150ms',
    transitionTimingFunction: 'linear',
    '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0ms' },
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  suspended: { backgroundColor: tokens.colorPaletteDarkOrangeBackground3 },
  text: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

/** One bar for each copy of memory: how much it was, and how long it took. */
export function PassBars({ bars }: { readonly bars: readonly PassBar[] }) {
  const styles = useStyles();
  return (
    <section>
      <h4 className={styles.heading}>Memory copied by pass</h4>
      <ol className={styles.list} aria-label="Memory copied by pass">
        {bars.map((bar) => (
          <li key={bar.label} className={styles.line}>
            <span>{bar.label}</span>
            <span className={styles.track} style={{ width: `${Math.max(1, bar.size * 100)}%` }} aria-hidden>
              <span
                className={mergeClasses(styles.filled, bar.suspended && styles.suspended)}
                style={{ transform: `scaleX(${bar.copied})` }}
              />
            </span>
            <span className={styles.text} title={bar.exact}>
              {bar.text}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

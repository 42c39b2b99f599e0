import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import { useToneStyles } from '../../ui/tone-styles';
import type { SummaryPart } from '../feature';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    flexShrink: 0,
    minHeight: '40px',
    padding: '0 12px',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    flexShrink: 0,
    maxWidth: '60%',
  },
  summary: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

interface TitleLineProps {
  readonly title: string;
  readonly summary: readonly SummaryPart[];
  /** At the right end: the filter. */
  readonly children?: ReactNode;
}

/** The line over a place: its title and counts, what is wrong first. */
export function TitleLine({ title, summary, children }: TitleLineProps) {
  const styles = useStyles();
  const tones = useToneStyles();
  return (
    <div className={styles.root}>
      <h1 className={styles.title}>{title}</h1>
      <span className={styles.summary}>
        {summary.map(({ text, tone }, index) => (
          <Fragment key={text}>
            {index === 0 ? null : ' · '}
            <span
              className={tone === 'error' || tone === 'warn' ? mergeClasses(tones[tone], styles.strong) : undefined}
            >
              {text}
            </span>
          </Fragment>
        ))}
      </span>
      {children}
    </div>
  );
}

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowRight16Regular } from '@fluentui/react-icons/svg/arrow-right';
import { Circle16Regular } from '@fluentui/react-icons/svg/circle';
import { ToneIcon } from '../../../ui/status';
import type { StepLine } from './migration-view';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: '16px auto', columnGap: '8px', rowGap: '3px', margin: 0, padding: 0 },
  line: { display: 'contents', listStyleType: 'none' },
  icon: { display: 'flex', paddingTop: '1px', color: tokens.colorNeutralForeground4 },
  now: { color: tokens.colorBrandForeground1 },
  title: { whiteSpace: 'nowrap' },
  present: { fontWeight: tokens.fontWeightSemibold },
  faint: { color: tokens.colorNeutralForeground3 },
  detail: { display: 'block', color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

const spoken = {
  done: 'done',
  now: 'under way',
  next: 'to come',
  stopped: 'stopped here',
  cancelled: 'cancelled here',
  never: 'not reached',
} as const;

/** Steps one below the other, with a mark for how each stands. */
export function StepList({ label, steps }: { readonly label: string; readonly steps: readonly StepLine[] }) {
  const styles = useStyles();
  return (
    <ol className={styles.list} aria-label={label}>
      {steps.map((step, index) => (
        <li key={step.title} className={styles.line} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span
            className={mergeClasses(styles.icon, step.state === 'now' && styles.now)}
            role="img"
            aria-label={spoken[step.state]}
          >
            <StepMark state={step.state} />
          </span>
          <span className={styles.title}>
            <span
              className={mergeClasses(
                step.state === 'now' && styles.present,
                (step.state === 'next' || step.state === 'never') && styles.faint,
              )}
            >
              {index + 1}. {step.title}
            </span>
            {step.detail === '' ? null : <span className={styles.detail}>{step.detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

function StepMark({ state }: { readonly state: StepLine['state'] }) {
  if (state === 'done') return <ToneIcon tone="ok" />;
  if (state === 'stopped') return <ToneIcon tone="error" />;
  if (state === 'cancelled') return <ToneIcon tone="cancelled" />;
  return state === 'now' ? <ArrowRight16Regular aria-hidden /> : <Circle16Regular aria-hidden />;
}

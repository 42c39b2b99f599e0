import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';

const useStyles = makeStyles({
  root: { display: 'flex', border: 'none', margin: 0, padding: 0, gap: '2px' },
  option: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    minWidth: '36px',
    height: '22px',
    padding: '0 6px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusMedium,
    border: '1px solid transparent',
    fontVariantNumeric: 'tabular-nums',
    cursor: 'default',
    ':hover': {
      borderTopColor: 'currentcolor',
      borderRightColor: 'currentcolor',
      borderBottomColor: 'currentcolor',
      borderLeftColor: 'currentcolor',
    },
    ':has(:focus-visible)': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: {
    borderTopColor: 'currentcolor',
    borderRightColor: 'currentcolor',
    borderBottomColor: 'currentcolor',
    borderLeftColor: 'currentcolor',
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': {
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      forcedColorAdjust: 'none',
    },
  },
  input: { position: 'absolute', opacity: 0, width: '1px', height: '1px', margin: 0 },
});

/** One of the choices. */
export interface SegmentedOption<Value> {
  readonly value: Value;
  readonly text: string;
}

export interface SegmentedControlProps<Value> {
  /** The accessible name of the group. */
  readonly label: string;
  readonly options: readonly SegmentedOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A few choices side by side, one of them chosen: radio buttons that look like one control. It takes the colours around it. */
export function SegmentedControl<Value extends string | number>(props: SegmentedControlProps<Value>) {
  const { label, options, value, onChange } = props;
  const styles = useStyles();
  const group = useId();
  return (
    <fieldset className={styles.root} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={mergeClasses(styles.option, option.value === value && styles.chosen)}>
          <input
            type="radio"
            name={group}
            className={styles.input}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.text}
        </label>
      ))}
    </fieldset>
  );
}

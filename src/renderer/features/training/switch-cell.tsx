import { makeStyles, Switch } from '@fluentui/react-components';
import type { FaultSwitch } from './fault-switches';

const useStyles = makeStyles({
  root: { display: 'inline-flex', textAlign: 'start' },
  // It is invisible, lies over the switch, and is wider than that: what holds the switch could be scrolled.
  input: { width: '100%' },
  indicator: { margin: '4px 0', flexShrink: 0 },
});

export interface SwitchCellProps {
  readonly entry: FaultSwitch;
  readonly onTurn: (entry: FaultSwitch) => void;
}

/** One fault switch: on while the thing works. Its name stands in the row and column heads, and is read out whole. */
export function SwitchCell({ entry, onTurn }: SwitchCellProps) {
  const styles = useStyles();
  return (
    <Switch
      className={styles.root}
      size="small"
      checked={entry.on}
      onChange={() => onTurn(entry)}
      title={`${entry.name}: ${entry.on ? 'on' : 'off'}`}
      input={{ 'aria-label': entry.name, className: styles.input }}
      indicator={{ className: styles.indicator }}
    />
  );
}

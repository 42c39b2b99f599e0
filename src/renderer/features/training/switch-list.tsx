import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DetailsSection } from '../../ui/details-section';
import type { FaultSwitch } from './fault-switches';
import { SwitchCell } from './switch-cell';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  off: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorStatusDangerForeground1 },
});

export interface SwitchListProps {
  readonly title: string;
  readonly switches: readonly FaultSwitch[];
  readonly onTurn: (entry: FaultSwitch) => void;
}

/** Switches one below the other; nothing where there are none. */
export function SwitchList({ title, switches, onTurn }: SwitchListProps) {
  const styles = useStyles();
  if (switches.length === 0) return null;
  return (
    <DetailsSection title={title}>
      <ul className={styles.list}>
        {switches.map((entry) => (
          <li key={entry.name} className={styles.line}>
            <span aria-hidden className={mergeClasses(!entry.on && styles.off)}>
              {entry.name}
            </span>
            <SwitchCell entry={entry} onTurn={onTurn} />
          </li>
        ))}
      </ul>
    </DetailsSection>
  );
}

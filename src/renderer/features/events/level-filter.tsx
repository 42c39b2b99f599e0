import { Checkbox, makeStyles } from '@fluentui/react-components';
import { eventLevels, type EventLevel } from '#shared/model/cluster-event';
import { Status } from '../../ui/status';
import { toggleLevel } from './event-list';
import { levelStatus } from './event-words';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center' },
  box: { margin: '4px 4px 4px 8px' },
  label: { padding: '2px 6px 2px 2px' },
});

export interface LevelFilterProps {
  readonly levels: readonly EventLevel[];
  readonly onChange: (levels: readonly EventLevel[]) => void;
}

/** A check for each level: checked, its events are shown. */
export function LevelFilter({ levels, onChange }: LevelFilterProps) {
  const styles = useStyles();
  return (
    <div className={styles.root} role="group" aria-label="Levels that are shown">
      <span>Show:</span>
      {eventLevels.map((level) => (
        <Checkbox
          key={level}
          checked={levels.includes(level)}
          indicator={{ className: styles.box }}
          label={{ className: styles.label, children: <Status {...levelStatus(level)} /> }}
          onChange={() => onChange(toggleLevel(levels, level))}
        />
      ))}
    </div>
  );
}

import { ToggleButton, makeStyles } from '@fluentui/react-components';
import { eventLevels, type EventLevel } from '#shared/model/cluster-event';
import { ToneIcon } from '../../ui/status';
import { toggleLevel } from './event-list';
import { levelStatus } from './event-words';

const useStyles = makeStyles({ root: { display: 'flex', gap: '4px' }, button: { minWidth: 'auto' } });

export interface LevelFilterProps {
  readonly levels: readonly EventLevel[];
  readonly onChange: (levels: readonly EventLevel[]) => void;
}

/** A switch for each level: pressed, its events are shown. */
export function LevelFilter({ levels, onChange }: LevelFilterProps) {
  const styles = useStyles();
  return (
    <div className={styles.root} role="group" aria-label="Levels">
      {eventLevels.map((level) => {
        const { tone, text } = levelStatus(level);
        return (
          <ToggleButton
            key={level}
            className={styles.button}
            size="small"
            appearance="subtle"
            icon={<ToneIcon tone={tone} />}
            checked={levels.includes(level)}
            onClick={() => onChange(toggleLevel(levels, level))}
          >
            {text}
          </ToggleButton>
        );
      })}
    </div>
  );
}

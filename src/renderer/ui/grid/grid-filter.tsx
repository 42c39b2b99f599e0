import { Button, Input, makeStyles } from '@fluentui/react-components';
import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss';
import { Filter16Regular } from '@fluentui/react-icons/svg/filter';

const useStyles = makeStyles({
  root: {
    width: '270px',
    flexShrink: 1,
    minWidth: '120px',
    // The browser's own cross would stand beside ours, which the keyboard reaches too.
    '& input::-webkit-search-cancel-button': { display: 'none' },
  },
});

export interface GridFilterProps {
  /** The accessible name; `Filter` when left out. */
  readonly name?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** An example of what can be typed. */
  readonly placeholder?: string;
  /** Esc in an empty box, or Enter: gives the focus to the rows. */
  readonly onLeave?: () => void;
}

/** The box that filters a grid. Its language is `parseFilter`'s. */
export function GridFilter({ name = 'Filter', value, onChange, onLeave, placeholder }: GridFilterProps) {
  return (
    <Input
      className={useStyles().root}
      size="small"
      type="search"
      aria-label={name}
      placeholder={placeholder ?? 'Filter, or owner:Demo1 state:failed'}
      value={value}
      onChange={(_event, data) => onChange(data.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') onChange('');
        else if (event.key === 'Escape' || event.key === 'Enter' || event.key === 'ArrowDown') onLeave?.();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      contentBefore={<Filter16Regular aria-hidden />}
      contentAfter={
        value === '' ? undefined : (
          <Button
            size="small"
            appearance="transparent"
            icon={<Dismiss12Regular />}
            aria-label="Clear filter"
            onClick={() => onChange('')}
          />
        )
      }
    />
  );
}
